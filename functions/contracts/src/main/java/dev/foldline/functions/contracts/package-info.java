/**
 * Contracts as documents. The records of a contract are its source; JSON Schemas, an AsyncAPI and an OpenAPI document are made of
 * them and committed beside them, and a contract's own test compares the two.
 */
@NullMarked
package dev.foldline.functions.contracts;

import org.jspecify.annotations.NullMarked;
