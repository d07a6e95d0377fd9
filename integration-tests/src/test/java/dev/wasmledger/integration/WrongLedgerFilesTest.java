package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A {@code ledger.yaml} that is wrong gets one diagnostic with its place, exit code 2, and nothing is written. */
class WrongLedgerFilesTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                Arguments.of("unknown key", "3:1", "policys", """
                        ledger: wrong
                        engine: wasmledger:engine@0.1.0
                        policys: {}
                        """),
                Arguments.of("missing file", "2:9", "nowhere.wasm", """
                        ledger: wrong
                        engine: ./nowhere.wasm
                        """),
                Arguments.of("no component", "2:9", "ledger.yaml", """
                        ledger: wrong
                        engine: ./ledger.yaml
                        """),
                Arguments.of("two candidates", "8:16", "wasmledger:ledger/policy@0.1.0", """
                        ledger: wrong
                        engine: wasmledger:engine@0.1.0
                        policies:
                          first: wasmledger:deny-list@0.1.0
                          second: wasmledger:deny-list@0.1.0
                        components:
                          extra:
                            component: wasmledger:gate@0.1.0
                            with: {"wasmledger:ledger/ledger": engine}
                        """),
                Arguments.of("circle", "6:16", "x → y → x", """
                        ledger: wrong
                        engine: wasmledger:engine@0.1.0
                        policies: {only: wasmledger:deny-list@0.1.0}
                        components:
                          x:
                            component: wasmledger:gate@0.1.0
                            with: {"wasmledger:ledger/ledger": y}
                          y:
                            component: wasmledger:gate@0.1.0
                            with: {"wasmledger:ledger/ledger": x}
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void getsOneDiagnostic(String what, String place, String named, String yaml) throws IOException {
        Files.writeString(folder.resolve("ledger.yaml"), yaml);

        Command.Result result = Command.wasmledger(folder, List.of("run", "ledger.yaml"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors())
                .startsWith("ledger.yaml:" + place + ": error[")
                .contains(named);
        assertThat(result.errors().lines().filter(line -> line.contains("error[")))
                .hasSize(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("ledger.yaml"));
        }
    }
}
