package dev.wasmledger.maven.internal;

import dev.wasmledger.composer.Componentizer;
import dev.wasmledger.guest.teavm.CompileRequest;
import dev.wasmledger.guest.teavm.GuestCompileException;
import dev.wasmledger.guest.teavm.TeaVmCompiler;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes a component of a guest's classes.
 *
 * @param classes what is to be compiled
 * @param wit where the world is defined
 * @param world the world's full name
 * @param output the component
 */
public record GuestBuild(CompileRequest classes, WitSources wit, String world, Path output) {

    /** Adds everything that the component depends on to a fingerprint. */
    public Fingerprint addTo(Fingerprint fingerprint) throws IOException {
        wit.addTo(fingerprint).add(world).add(Integer.toString(classes.javaHeap()));
        fingerprint.addContent(classes.guestClasses());
        for (Path entry : classes.classpath()) {
            fingerprint.addContent(entry);
        }
        return fingerprint;
    }

    /**
     * Makes the component where its inputs have changed. What was there before stays until the new one is complete.
     *
     * @return whether there was anything to do
     */
    public boolean run(Stamp stamp) throws IOException, GuestCompileException {
        if (stamp.isCurrent(output)) {
            return false;
        }
        ResolvedWit packages = wit.load();
        WorldId found = Worlds.find(packages, world);
        byte[] module = TeaVmCompiler.compile(classes);
        byte[] component = Componentizer.componentize(classes.guestClasses().toString(), module, packages, found);
        stamp.remove();
        Files.createDirectories(output.getParent());
        Path made = output.resolveSibling(output.getFileName() + ".part");
        Files.write(made, component);
        Files.move(made, output, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        stamp.write();
        return true;
    }
}
