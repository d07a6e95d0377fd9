package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has no bindings is refused, with its place. */
class UnsupportedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interface i { resource r; } world w { import i; } | resources | 37",
                "interface i { f: async func(); } world w { import i; } | async functions | 28",
                "interface i { f: func(s: stream<u8>); } world w { import i; } | streams | 36",
                "interface i { type t = u8; f: func() -> option<future>; } world w { import i; } | futures | 41",
                "world w { export f: func(); } | functions of a world itself | 31",
            })
    void refuses(String wit, String what, int column) {
        var resolved =
                new WitLoader().text("a.wit", "package a:b; " + wit).load().orThrow();

        assertThatThrownBy(() -> Bindgen.generate(BindgenRequest.host(resolved, "base")))
                .isInstanceOfSatisfying(DiagnosticException.class, refused -> {
                    var diagnostic = refused.diagnostics().get(0);
                    assertThat(diagnostic.id()).isEqualTo("BND0001");
                    assertThat(diagnostic.message()).contains(what);
                    assertThat(((Span) diagnostic.primary()).line()).isEqualTo(1);
                    assertThat(((Span) diagnostic.primary()).column()).isEqualTo(column);
                });
    }
}
