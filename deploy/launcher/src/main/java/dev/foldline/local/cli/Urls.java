package dev.foldline.local.cli;

import java.util.regex.Pattern;

/** URLs as they may be shown. */
final class Urls {

    private static final Pattern CREDENTIALS = Pattern.compile("//([^/@:]*):[^/@]*@");

    private Urls() {}

    /** The URL with three stars for its password, if it has one. */
    static String withoutPassword(String url) {
        return CREDENTIALS.matcher(url).replaceFirst("//$1:***@");
    }
}
