package dev.foldline.functions.contracts;

/** What a difference between two schemas does to those who depend on the older one. */
enum Effect {
    /** Less is allowed than before. */
    NARROWS,
    /** More is allowed than before. */
    WIDENS,
    /** Neither is part of the other, or nobody can tell. */
    CHANGES,
    /** A field is gone. */
    REMOVES_FIELD,
    /** A field that must be there is new. */
    ADDS_REQUIRED_FIELD,
    /** A field that may be there is new. */
    ADDS_OPTIONAL_FIELD
}
