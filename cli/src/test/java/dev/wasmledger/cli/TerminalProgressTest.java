package dev.wasmledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.CodeCache;
import dev.wasmledger.runtime.CompileProgress;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Loading;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is seen while a component is compiled: a bar, for a large one, on a terminal. */
class TerminalProgressTest {

    private static final int MIB = 1 << 20;

    private final StringWriter err = new StringWriter();

    @Test
    void aLargeComponentShowsABarThatGoesAway() {
        CompileProgress progress = onTerminal(true);
        progress.compiled(2 * MIB, 4 * MIB);
        assertThat(err.toString()).isEqualTo("\r[" + "#".repeat(20) + " ".repeat(20) + "] compiling, 2048 of 4096 KiB");
        progress.compiled(4 * MIB, 4 * MIB);
        String last = err.toString();
        assertThat(last.substring(last.lastIndexOf('\r', last.length() - 2)).trim())
                .isEmpty();
    }

    @Test
    void aSmallComponentShowsNothing() {
        onTerminal(true).compiled(1000, 2000);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutATerminalNothingIsShown() {
        onTerminal(false).compiled(2 * MIB, 4 * MIB);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void compilationTellsHowFarItIs() {
        var shares = new java.util.ArrayList<Long>();
        byte[] wasm = LargeComponent.bytes();
        Component.load(
                "large", wasm, Loading.standard().withCache(CodeCache.none()).withProgress((done, of) -> {
                    assertThat(of).isGreaterThan(MIB);
                    shares.add(100 * done / of);
                }));
        assertThat(shares).isSorted().last().isEqualTo(100L);
        assertThat(shares).filteredOn(share -> share > 0 && share < 100).isNotEmpty();
    }

    private CompileProgress onTerminal(boolean visible) {
        return new TerminalProgress(new PrintWriter(err), visible).compiling();
    }
}
