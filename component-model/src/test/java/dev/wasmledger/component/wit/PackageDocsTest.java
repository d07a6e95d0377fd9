package dev.wasmledger.component.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WitPrinter;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The section {@code package-docs} as others write it: in its older version, or wrong. */
class PackageDocsTest {

    private static final ResolvedWit WIT =
            new WitLoader().text("shop.wit", """
                    package demo:shop;

                    interface stock {
                      record item { name: string }
                      find: func(name: string) -> option<item>;
                    }

                    world shop {
                      import log: func(line: string);
                      export log: func(line: string);
                      export till: interface { open: func(); }
                      export stock;
                    }
                    """).load().orThrow();

    @Test
    void theOlderVersionIsRead() {
        ResolvedWit wit = read(0, """
                {"worlds": {"shop": {"interfaces": {"till": {"docs": "The till.", "funcs": {"open": "Opens it."}}},
                  "funcs": {"log": "Takes a line."}}},
                 "interfaces": {"stock": {"funcs": {"find": "Looks it up."}, "types": {"item": {"items": {"name": "Short."}}}}}}
                """);
        assertThat(new WitPrinter(wit).print(wit.root()))
                .contains("/// The till.", "/// Opens it.", "/// Looks it up.", "/// Short.")
                .containsOnlyOnce("/// Takes a line.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{} {}",
                "{\"docs\": 1}",
                "{\"docs\": \"a\", \"docs\": \"b\"}",
                "{\"doc\": \"a\"}",
                "{\"worlds\": {\"store\": {}}}",
                "{\"interfaces\": {\"stock\": {\"funcs\": {\"lose\": {\"docs\": \"a\"}}}}}",
                "{\"interfaces\": {\"stock\": {\"types\": {\"item\": {\"items\": {\"price\": \"a\"}}}}}}",
                "{\"interfaces\": {\"stock\": {\"stability\": {\"stable\": {\"since\": \"1\"}}}}}",
                "{\"interfaces\": {\"stock\": {\"stability\": {\"stable\": {}}}}}",
                "{\"worlds\": {\"shop\": {\"types\": {\"log\": {\"docs\": \"a\"}}}}}",
                "{\"worlds\": {\"shop\": {\"interface_import_docs\": {\"demo:shop/stock\": \"a\"}}}}"
            })
    void whatIsWrongIsRefused(String json) {
        assertThatThrownBy(() -> read(1, json))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("package-docs");
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> read(2, "{}"))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("format");
    }

    @Test
    void twoSectionsAreRefused() {
        assertThatThrownBy(() -> read(sections(List.of(docs(1, "{}"), docs(1, "{}")))))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("more than one");
    }

    /** Deep nesting is refused, not followed. */
    @Test
    void nestingIsBounded() {
        assertThatThrownBy(() -> read(1, "{\"worlds\":".repeat(100_000))).isInstanceOf(DiagnosticException.class);
    }

    private static ResolvedWit read(int version, String json) {
        return read(sections(List.of(docs(version, json))));
    }

    private static ResolvedWit read(Component component) {
        return WitDecoder.decode("shop.wasm", ComponentValidator.validate("shop.wasm", component, Features.DEFAULT));
    }

    private static CustomSection docs(int version, String json) {
        var content = new ByteArrayOutputStream();
        content.write(version);
        content.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        return new CustomSection(PackageDocs.SECTION, Bytes.of(content.toByteArray()));
    }

    /** The package with these custom sections instead of its own. */
    private static Component sections(List<CustomSection> custom) {
        List<Section> sections = new ArrayList<>(WitPackageEncoder.encode(WIT, WIT.root()).sections().stream()
                .filter(section -> section.kind() != Section.Kind.CUSTOM)
                .toList());
        custom.forEach(
                section -> sections.add(new Section(Section.Kind.CUSTOM, 0, List.of(new Section.Entry(0, section)))));
        return new Component(sections);
    }
}
