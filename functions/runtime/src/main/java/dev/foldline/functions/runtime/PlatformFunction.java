package dev.foldline.functions.runtime;

/**
 * A function of the platform's own, which handles no message and may be all that an application has. A public class with a
 * public constructor; found at build time and made a bean, as handlers are.
 */
public interface PlatformFunction {}
