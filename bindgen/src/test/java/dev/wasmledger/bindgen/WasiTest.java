package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Host bindings of WASI 0.2 and 0.3: every world of every package compiles. */
class WasiTest {

    @Test
    void hostBindingsOfEveryWorldCompile(@TempDir Path classes) throws IOException {
        Path wasi = Path.of(System.getProperty("conformance.dir"), "wasi-wit");
        if (System.getenv("CI") == null) {
            assumeTrue(Files.isDirectory(wasi), "no conformance data");
        }
        List<Path> folders = folders(wasi);
        List<GeneratedFile> files = new ArrayList<>();
        int worlds = 0;
        for (int i = 0; i < folders.size(); i++) {
            ResolvedWit wit = load(folders.get(i), folders);
            List<WorldId> all = IntStream.range(0, wit.worlds().size())
                    .mapToObj(WorldId::new)
                    .toList();
            worlds += all.size();
            files.addAll(Bindgen.generate(new BindgenRequest(wit, all, "w" + i, Side.HOST, Optional.empty())));
        }

        assertThat(worlds).isGreaterThan(folders.size());
        assertThat(Sources.tooLong(files)).isEmpty();
        assertThat(Sources.compile(files, classes)).isEmpty();
        System.out.printf("wasi-wit: %d of %d worlds%n", worlds, worlds);
    }

    private static List<Path> folders(Path wasi) throws IOException {
        try (var paths = Files.walk(wasi)) {
            return paths.filter(path -> Files.isDirectory(path) && path.endsWith("wit"))
                    .sorted()
                    .toList();
        }
    }

    /** The proposals lie side by side instead of in each other's {@code deps}. */
    private static ResolvedWit load(Path folder, List<Path> all) {
        WitLoader loader = new WitLoader().allFeatures();
        if (isProposal(folder)) {
            all.stream().filter(WasiTest::isProposal).forEach(loader::library);
        }
        return loader.path(folder).load().orThrow();
    }

    private static boolean isProposal(Path folder) {
        return folder.toString().contains("proposals");
    }
}
