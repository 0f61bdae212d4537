/**
 * The broker's configuration: the addresses, queues and permissions that contracts and functions need, for Artemis. Made by a build,
 * never by a function.
 */
@NullMarked
package dev.foldline.functions.contracts.broker;

import org.jspecify.annotations.NullMarked;
