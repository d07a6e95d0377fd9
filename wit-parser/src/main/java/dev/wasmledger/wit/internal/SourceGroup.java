package dev.wasmledger.wit.internal;

import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.util.List;

/**
 * Files that lie together and make up one package, nested ones aside.
 *
 * @param place the folder or file, to say things about the whole
 * @param files in the order of their names
 * @param origin what the text comes from
 */
public record SourceGroup(Place place, List<SourceFile> files, Origin origin) {

    /** What a package's text comes from. */
    public enum Origin {
        /** Somebody wrote it. */
        TEXT,
        /** A package in binary form. Its feature gates were decided when it was made. */
        BINARY,
        /** What a package in binary form says of another one: those parts of it that it uses. */
        BINARY_USE;

        public boolean isBinary() {
            return this != TEXT;
        }
    }
}
