package dev.wasmledger.wit.internal;

import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.util.List;

/**
 * Files that lie together and make up one package, nested ones aside.
 *
 * @param place the folder or file, to say things about the whole
 * @param files in the order of their names
 */
public record SourceGroup(Place place, List<SourceFile> files) {}
