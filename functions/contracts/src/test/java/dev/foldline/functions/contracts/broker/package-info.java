@NullMarked
package dev.foldline.functions.contracts.broker;

import org.jspecify.annotations.NullMarked;
