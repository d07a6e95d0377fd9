package dev.wasmledger.wit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void placesAreWhatEditorsCountThemBy() throws JsonProcessingException {
        var file = new SourceFile("a.wit", "// 𝄞\n/* 𝄞 */ wrold w {}\n");
        int start = file.text().indexOf("wrold");
        Diagnostic diagnostic = Diagnostic.error("WIT0106", "no", file.span(start, start + 5))
                .withLabel(new WholeFile("b.wit"), "the other file")
                .withHint("did you mean `world`?");

        assertSame(List.of(diagnostic), """
                [{"file": "a.wit",
                  "range": {"start": {"line": 1, "character": 9}, "end": {"line": 1, "character": 14}},
                  "severity": "error",
                  "id": "WIT0106",
                  "message": "no",
                  "hint": "did you mean `world`?",
                  "related": [{"file": "b.wit", "message": "the other file"}]}]
                """);
    }

    @Test
    void aPlaceInABinaryIsAnOffset() throws JsonProcessingException {
        assertSame(List.of(Diagnostic.warning("CMP0001", "odd", new ByteOffset("a.wasm", 31))), """
                [{"file": "a.wasm", "offset": 31, "severity": "warning", "id": "CMP0001", "message": "odd"}]
                """);
    }

    @Test
    void nothingToSayIsAnEmptyArray() throws JsonProcessingException {
        assertSame(List.of(), "[]");
    }

    private static void assertSame(List<Diagnostic> diagnostics, String expected) throws JsonProcessingException {
        assertThat(JSON.readTree(DiagnosticJson.write(diagnostics))).isEqualTo(JSON.readTree(expected));
    }
}
