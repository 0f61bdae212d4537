package dev.foldline.local.cli;

import java.util.Map;

/**
 * What the {@code services} process writes when all its servers answer.
 *
 * @param run the run it belongs to
 * @param servers those it has started
 */
record ServicesReport(String run, Map<Backend, Server> servers) {

    /**
     * One server.
     *
     * @param url for a client
     * @param description what it is
     * @param standIn whether it only stands in for the real one
     * @param external whether it is the user's own
     */
    record Server(String url, String description, boolean standIn, boolean external) {}
}
