package dev.wasmledger.wit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

    @Test
    void theCaretStandsUnderTheText() {
        var file = new SourceFile("a.wit", "first\r\n\tx: \uD83D\uDE00y,\r\n");
        Span span = file.at(2, 5);

        assertThat(span.text()).startsWith("\uD83D");
        assertThat(DiagnosticRenderer.render(
                        Diagnostic.error("WIT0001", "no smiles", file.span(span.start(), span.start() + 3))))
                .isEqualTo("""
                        a.wit:2:5: error[WIT0001]: no smiles
                          2 | \tx: \uD83D\uDE00y,
                            | \t   ^^""");
    }

    @Test
    void otherPlacesAndTheHintFollow() {
        var file = new SourceFile("a.wit", "one\ntwo");
        Diagnostic diagnostic = Diagnostic.error("WIT0001", "twice", file.at(2, 1))
                .withLabel(new ByteOffset("b.wasm", 255), "first here")
                .withHint("once is enough");

        assertThat(DiagnosticRenderer.render(
                        List.of(diagnostic, Diagnostic.warning("WIT0002", "odd", new WholeFile("c")))))
                .isEqualTo("""
                        a.wit:2:1: error[WIT0001]: twice
                          2 | two
                            | ^
                          b.wasm@0xff: first here
                          hint: once is enough

                        c: warning[WIT0002]: odd""");
    }

    @Test
    void aLongLineIsCutAroundTheCaret() {
        String line = "x".repeat(10_000) + "HERE" + "y".repeat(10_000);
        var file = new SourceFile("long.wit", line);

        String rendered = DiagnosticRenderer.render(Diagnostic.error("WIT0001", "there", file.span(10_000, 10_004)));

        assertThat(rendered).contains("xHEREy").contains(" ^^^^");
        assertThat(rendered.lines()).allSatisfy(shown -> assertThat(shown).hasSizeLessThan(200));
    }

    @Test
    void whatCouldRewriteATerminalIsNotShown() {
        var file = new SourceFile("a.wit", "a\u001b[2Jb\u202e");

        assertThat(DiagnosticRenderer.render(Diagnostic.error("WIT0001", "escape", file.at(1, 1))))
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void anIdIsLettersAndFourDigits() {
        assertThatThrownBy(() -> Diagnostic.error("oops", "message", new WholeFile("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void placesOutsideTheTextAreMovedIntoIt() {
        var file = new SourceFile("a.wit", "one\ntwo");

        assertThat(file.at(9, 9)).hasToString("a.wit:2:4");
        assertThat(file.at(1, 99)).hasToString("a.wit:1:4");
        assertThat(file.span(-5, 99).text()).isEqualTo("one\ntwo");
    }
}
