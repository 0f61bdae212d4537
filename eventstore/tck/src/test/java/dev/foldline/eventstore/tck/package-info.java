/** The contract itself is tested: it must tell a log from what is none. */
@NullMarked
package dev.foldline.eventstore.tck;

import org.jspecify.annotations.NullMarked;
