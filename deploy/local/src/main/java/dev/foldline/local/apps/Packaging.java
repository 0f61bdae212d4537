package dev.foldline.local.apps;

/** What an application is started from. */
public enum Packaging {
    /** Its jar, by a JVM. */
    JVM,
    /** Its native executable. */
    NATIVE
}
