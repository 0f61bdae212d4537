/** Whether the broker's configuration is that of the platform, and keeps contexts apart. */
@NullMarked
package dev.foldline.broker;

import org.jspecify.annotations.NullMarked;
