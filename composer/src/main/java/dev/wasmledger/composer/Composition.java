package dev.wasmledger.composer;

import dev.wasmledger.composer.internal.ledger.RootNameSection;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A ledger, linked: one component and what it is made of. */
public final class Composition {

    private final byte[] component;
    private final Digest digest;
    private final String lock;
    private final CompositionTree tree;
    private final List<RootName> rootNames;
    private final List<ComposedInstance> instances;

    /** All parts of a composition; {@code component} is taken over. */
    public Composition(
            byte[] component,
            String lock,
            CompositionTree tree,
            List<RootName> rootNames,
            List<ComposedInstance> instances) {
        this.component = component;
        this.digest = Digest.of(component);
        this.lock = lock;
        this.tree = tree;
        this.rootNames = List.copyOf(rootNames);
        this.instances = List.copyOf(instances);
    }

    /** A copy of the component's bytes: what is written to {@code ledger.wasm}. */
    public byte[] component() {
        return component.clone();
    }

    /** Of the component. */
    public Digest digest() {
        return digest;
    }

    /** The text of {@code ledger.lock}: the digest of each part, and who satisfies which import. */
    public String lock() {
        return lock;
    }

    public CompositionTree tree() {
        return tree;
    }

    /** What the component's imports and exports stand for, in its order, imports first. */
    public List<RootName> rootNames() {
        return rootNames;
    }

    /**
     * What the imports and exports of a composed ledger stand for, of which only the component is at hand.
     *
     * @param fileName what the bytes are known as, for messages
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if they are no composed ledger
     */
    public static List<RootName> rootNames(String fileName, byte[] component) {
        return RootNameSection.read(fileName, component);
    }

    /** In the order of the ledger's file, a policy's gate behind the policy. */
    public List<ComposedInstance> instances() {
        return instances;
    }

    /**
     * Writes {@code ledger.wasm} and {@code ledger.lock} into a folder; a file is there whole or as it was.
     *
     * @throws DiagnosticException if a folder of that name is in the way; nothing is written then
     */
    public void writeTo(Path folder) throws IOException {
        Path wasm = folder.resolve("ledger.wasm");
        Path text = folder.resolve("ledger.lock");
        requireFile(wasm);
        requireFile(text);
        replace(wasm, component);
        replace(text, lock.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new DiagnosticException(Diagnostic.error(
                            "COMPOSE0315",
                            "this is a folder, and the composed ledger is to be written here",
                            new WholeFile(file.toString()))
                    .withHint("move the folder away"));
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, content);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
