package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worlds that other bindings generators are tested with: the guest templates of each compile without a warning. */
class GuestCorpusTest {

    @Test
    void templatesInCCompile(@TempDir Path temporary) throws IOException {
        Corpus corpus = Corpus.find();
        Optional<Clang> clang = Clang.find();
        assumeTrue(clang.isPresent(), "skipped: no clang with the target wasm32");
        Map<String, String> failures = new TreeMap<>();
        for (Corpus.Case one : corpus.cases()) {
            ResolvedWit wit = Wit.load(one.path());
            for (WorldId world : wit.get(wit.root()).worlds().values()) {
                Path folder = temporary.resolve(one.name().replace(".wit", "") + world.index());
                List<Path> sources = write(GuestTemplate.c(wit, world), folder);
                String said = clang.get().compile(folder, folder.resolve("bindings"), sources);
                if (!said.isEmpty()) {
                    failures.put(one.name(), said);
                }
            }
        }
        corpus.report("wit-bindgen-codegen, C", failures.keySet());
        assertThat(failures).isEmpty();
    }

    /** In one crate, with a module for each world, so that the compiler is started once. */
    @Test
    void templatesInRustCompile(@TempDir Path temporary) throws IOException {
        Corpus corpus = Corpus.find();
        List<String> modules = new ArrayList<>();
        for (Corpus.Case one : corpus.cases()) {
            ResolvedWit wit = Wit.load(one.path());
            for (WorldId world : wit.get(wit.root()).worlds().values()) {
                String module = "case" + modules.size();
                writeModule(GuestTemplate.rust(wit, world), module, temporary);
                modules.add("pub mod " + module + "; // " + one.name() + "\n");
            }
        }
        assumeTrue(Boolean.getBoolean("guests.rust"), "skipped: -Pdifferential compiles them");
        Optional<Rustc> rustc = Rustc.find();
        assumeTrue(rustc.isPresent(), "skipped: no rustc >= 1.85");
        Path root = temporary.resolve("lib.rs");
        Files.writeString(root, String.join("", modules));
        assertThat(rustc.get().compile(temporary, root)).isEmpty();
        corpus.report("wit-bindgen-codegen, Rust", Set.of());
    }

    /** What a template has in its crate's root goes into a module there. */
    private static void writeModule(GuestTemplate template, String module, Path folder) throws IOException {
        for (GeneratedFile file : Stream.concat(template.generated().stream(), template.own().stream())
                .filter(file -> file.path().startsWith("src/"))
                .toList()) {
            String path = file.path().substring("src/".length()).replaceFirst("^lib\\.rs$", "mod.rs");
            Path target = folder.resolve(module).resolve(path);
            Files.createDirectories(target.getParent());
            Files.writeString(
                    target,
                    file.content()
                            .replace("crate::", "crate::" + module + "::")
                            .replace("pub(crate) struct", "pub(in crate::" + module + ") struct")
                            .replace("pub(crate) use crate", "pub(in crate::" + module + ") use crate"));
        }
    }

    private static List<Path> write(GuestTemplate template, Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (GeneratedFile file : Stream.concat(template.generated().stream(), template.own().stream())
                .toList()) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
            boolean sameForAll = file.path().endsWith("/wit.c");
            if (file.path().endsWith(".c") && !sameForAll) {
                sources.add(path);
            }
        }
        return sources;
    }
}
