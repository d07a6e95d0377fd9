package dev.wasmledger.component.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ComponentTypeSectionTest {

    private static final String WIT = """
            package demo:rates@1.2.0;
            interface types { record rate { base: string, value: u64 } }
            interface rates { use types.{rate}; look-up: func(base: string) -> option<rate>; }
            world provider { import log: func(line: string); export rates; }
            """;

    private final ResolvedWit wit =
            new WitLoader().text("rates.wit", WIT).load().orThrow();

    @Test
    void whatWasEmbeddedIsReadBack() {
        var section = ComponentTypeSection.of(wit, wit.findWorld("provider").orElseThrow(), StringEncoding.UTF8);
        byte[] content = section.encode();
        assertThat(ComponentTypeSection.decode("section", content)).isEqualTo(section);
        assertThat(section.worldName()).isEqualTo("demo:rates/provider@1.2.0");
        ComponentValidator.validate("section", ComponentDecoder.decode("section", content), Features.DEFAULT);
    }

    @Test
    void anotherEncodingIsRefused() {
        byte[] content = ComponentTypeSection.of(wit, wit.findWorld("provider").orElseThrow(), StringEncoding.UTF16)
                .encode();
        int version = indexOf(content, "wit-component-encoding") + "wit-component-encoding".length();
        content[version] = 0x03;
        assertThatThrownBy(() -> ComponentTypeSection.decode("section", content))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("encoding");
    }

    private static int indexOf(byte[] bytes, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; ; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
    }
}
