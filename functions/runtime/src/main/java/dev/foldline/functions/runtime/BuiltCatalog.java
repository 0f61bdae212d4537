package dev.foldline.functions.runtime;

/** All functions of this application, whether they run in this process or not. */
public record BuiltCatalog(FunctionCatalog catalog) {}
