package dev.wasmledger.component.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dylibso.chicory.wasm.Parser;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Core modules of all proposals are judged by the core specification, and never milder than Chicory's parser does. */
class CoreModulesTest {

    /** What Chicory's parser knows as well. */
    private static final Features COMMON = Features.DEFAULT.changedBy("-gc,-memory64,-exceptions");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/core-modules"))) {
            return folders.sorted().toList();
        }
    }

    /** {@code module.wasm} is what the reference's tools make of {@code module.wat}; {@code -Dbless=true} rewrites the ids. */
    @ParameterizedTest
    @MethodSource("cases")
    void bodies(Path folder) throws IOException {
        String found = rejection(Files.readAllBytes(folder.resolve("module.wasm")), Features.DEFAULT)
                .orElse("valid");
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, found + "\n");
        }
        assertThat(found)
                .as("%s, of which -Dbless=true rewrites what is expected", folder)
                .isEqualTo(Files.readString(expected).strip());
    }

    @Test
    void twoImportsOfOneNameAreForComponentsAlone() {
        byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 2, 11, 2, 1, 'a', 0, 0, 0, 1, 'a', 0, 0, 0};
        assertThat(rejection(module, Features.DEFAULT)).isEmpty();
        assertThat(catchThrowableOfType(
                                DiagnosticException.class,
                                () -> CoreModules.typeInComponent(
                                        new ByteOffset("module", 0), module, Features.DEFAULT))
                        .diagnostics()
                        .getFirst()
                        .id())
                .isEqualTo("CMP0135");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatIsAcceptedOtherParsersTakeToo(long seed) throws IOException {
        List<byte[]> modules = corpusModules();
        Random random = new Random(seed);
        int rejected = 0;
        for (int round = 0; round < 4000; round++) {
            byte[] module = modules.get(random.nextInt(modules.size())).clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                module[8 + random.nextInt(module.length - 8)] = (byte) random.nextInt(256);
            }
            Optional<String> ours = rejection(module, COMMON);
            if (ours.isPresent()) {
                rejected++;
            } else {
                assertThat(chicoryRejection(module))
                        .as("%s", Arrays.toString(module))
                        .isEmpty();
            }
        }
        assertThat(rejected).as("mutations that hurt").isGreaterThan(500);
    }

    @Test
    void modulesOfTheCorporaAreValid() throws IOException {
        for (byte[] module : corpusModules()) {
            assertThat(rejection(module, Features.DEFAULT))
                    .as("%s", Arrays.toString(module))
                    .isEmpty();
        }
    }

    /** Small modules of components that the reference makes, without custom sections, and only what Chicory takes. */
    private static List<byte[]> corpusModules() throws IOException {
        List<byte[]> modules = new ArrayList<>();
        for (Path file : Corpus.files(Corpus.suite("wit-component"), ".wasm")) {
            byte[] bytes = Files.readAllBytes(file);
            if (ComponentDecoder.isComponent(bytes)) {
                addModules(ComponentDecoder.decode(file.toString(), bytes), modules);
            }
        }
        return modules.stream()
                .filter(module -> module.length > 30 && module.length < 4000)
                .filter(module -> chicoryRejection(module).isEmpty())
                .toList();
    }

    private static void addModules(Component component, List<byte[]> modules) {
        for (Definition definition : component.definitions().toList()) {
            if (definition instanceof CoreModule(var bytes)) {
                modules.add(withoutCustomSections(bytes.toByteArray()));
            } else if (definition instanceof Component nested) {
                addModules(nested, modules);
            }
        }
    }

    private static byte[] withoutCustomSections(byte[] module) {
        byte[] kept = Arrays.copyOf(module, module.length);
        int end = 8;
        for (int position = 8; position < module.length; ) {
            int start = position;
            int size = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = module[++position];
                size |= (next & 0x7f) << shift;
                if (next >= 0) {
                    break;
                }
            }
            position += 1 + size;
            if (module[start] != 0) {
                System.arraycopy(module, start, kept, end, position - start);
                end += position - start;
            }
        }
        return Arrays.copyOf(kept, end);
    }

    private static Optional<String> rejection(byte[] module, Features features) {
        try {
            CoreModules.typeOf(new ByteOffset("module", 0), module, features);
            return Optional.empty();
        } catch (DiagnosticException e) {
            return Optional.of(e.diagnostics().getFirst().id());
        }
    }

    /** But for what Chicory's parser is known to refuse wrongly: functions that only an export names. */
    private static Optional<String> chicoryRejection(byte[] module) {
        try {
            Parser.parse(module);
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            String message = String.valueOf(e.getMessage());
            return message.contains("undeclared function reference") ? Optional.empty() : Optional.of(message);
        }
    }
}
