package dev.wasmledger.bindgen;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests for tests. */
final class Wit {

    private Wit() {}

    static ResolvedWit load(Path path) {
        return new WitLoader().path(path).allFeatures().load().orThrow();
    }

    /** Guest bindings of a world, with a {@link Stub} as its implementation, which is among the files. */
    static List<GeneratedFile> guest(ResolvedWit wit, WorldId world, String basePackage, Path classes)
            throws IOException {
        List<GeneratedFile> withoutGlue = guestWithoutGlue(wit, world, basePackage);
        if (!Sources.compile(withoutGlue, Files.createDirectories(classes)).isEmpty()) {
            throw new IllegalStateException("the interfaces do not compile");
        }
        try (URLClassLoader loader = Sources.loader(classes)) {
            return withGlue(wit, world, basePackage, withoutGlue, loader);
        }
    }

    static List<GeneratedFile> guestWithoutGlue(ResolvedWit wit, WorldId world, String basePackage) {
        return Bindgen.generate(new BindgenRequest(wit, List.of(world), basePackage, Side.GUEST, Optional.empty()));
    }

    static List<GeneratedFile> withGlue(
            ResolvedWit wit, WorldId world, String basePackage, List<GeneratedFile> withoutGlue, ClassLoader classes) {
        String stub = basePackage + ".user.Stub";
        List<GeneratedFile> files = new ArrayList<>();
        files.add(Stub.of(stub, withoutGlue, classes));
        files.addAll(Bindgen.generate(BindgenRequest.guest(wit, world, basePackage, stub)));
        return files;
    }
}
