/** The HTTP trigger: one path per command and query, problem details for everything that goes wrong. */
@NullMarked
package dev.foldline.functions.runtime.http;

import org.jspecify.annotations.NullMarked;
