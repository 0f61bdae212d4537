package dev.foldline.local.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Looks whether an application answers. */
final class HttpProbe {

    private static final int TIMEOUT_MILLIS = 2_000;

    private HttpProbe() {}

    /** Whether it says that it is ready. */
    static boolean isReady(String url) {
        return status(url + "/q/health/ready") == HttpURLConnection.HTTP_OK;
    }

    /** Whether it answers at all. */
    static boolean answers(String url) {
        return status(url + "/q/health/live") > 0;
    }

    /** The status of the answer; -1 when there is none. */
    private static int status(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return -1;
        }
    }
}
