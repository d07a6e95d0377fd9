package dev.wasmledger.component.wit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WitPrinter;
import dev.wasmledger.wit.WitResult;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WIT packages in binary form, read by the loader as any other. */
class WitBinariesTest {

    @TempDir
    private Path folder;

    @Test
    void everyKindOfDependencyGivesTheReferencesModel() throws IOException {
        Path suite = Corpus.suite("wit-parser-ui/crates/wit-parser/tests/ui");
        Path source = KindsOfDeps.inBinary(suite.resolve("kinds-of-deps"), folder);

        ResolvedWit wit = new WitLoader().path(source).load().orThrow();

        var json = new ObjectMapper();
        assertThat(json.readTree(new WitPrinter(wit).printJson()))
                .isEqualTo(json.readTree(suite.resolve("kinds-of-deps.wit.json").toFile()));
    }

    @Test
    void docsAndGatesComeAlong() throws IOException {
        String text = """
                /// What money is.
                package demo:money@1.2.0;

                interface types {
                  /// An amount.
                  @since(version = 1.1.0)
                  @deprecated(version = 1.2.0)
                  record amount {
                    /// Of minor units.
                    units: u64,
                  }
                }
                """;
        ResolvedWit wit = new WitLoader().text("money.wit", text).load().orThrow();
        Path binary = folder.resolve("money.wasm");
        Files.write(binary, ComponentEncoder.encode(WitPackageEncoder.encode(wit, wit.root())));

        ResolvedWit read = new WitLoader().path(binary).load().orThrow();

        assertThat(new WitPrinter(read).print(read.root()).strip()).isEqualTo(text.strip());
    }

    @Test
    void whatIsNoPackageIsSaidToBeNone() throws IOException {
        assertThat(ids(ComponentEncoder.encode(new Component(List.of())))).containsExactly("WIT0201");
        assertThat(ids(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0})).containsExactly("WIT0201");
        assertThat(ids(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0, 7})).hasSize(1);
    }

    private List<String> ids(byte[] binary) throws IOException {
        Path file = Files.write(folder.resolve("other.wasm"), binary);
        WitResult result = new WitLoader().path(file).load();
        assertThat(result.wit()).isEmpty();
        return result.diagnostics().stream().map(Diagnostic::id).toList();
    }
}
