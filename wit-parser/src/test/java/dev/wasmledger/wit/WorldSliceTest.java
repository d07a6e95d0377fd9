package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldSliceTest {

    @Test
    void aWorldAloneKeepsWhatItNeedsAndNothingElse() {
        ResolvedWit wit = new WitLoader()
                .text("io.wit", "package demo:io; interface bytes { type byte = u8; } interface other {}")
                .text("app.wit", """
                        package demo:app;
                        interface store { use demo:io/bytes.{byte}; put: func(all: list<byte>); }
                        interface unused { get: func(); }
                        world small { export store; type size = u64; import tell: func(size: size); }
                        world large { import unused; import demo:io/other; }
                        """)
                .load()
                .orThrow();

        ResolvedWit small = wit.only(wit.findWorld("small").orElseThrow());

        assertThat(new WitPrinter(small).printAll()).isEqualTo("""
                package demo:app;

                interface store {
                  use demo:io/bytes.{byte};

                  put: func(all: list<byte>);
                }

                world small {
                  import demo:io/bytes;

                  type size = u64;
                  import tell: func(size: size);

                  export store;
                }

                package demo:io {
                  interface bytes {
                    type byte = u8;
                  }
                }
                """);
    }

    @Test
    void eachWorldOfEverythingStandsAlone() {
        ResolvedWit wit = new WitLoader()
                .path(Path.of("src/test/resources/everything.wit"))
                .allFeatures()
                .load()
                .orThrow();
        List<String> worlds = new ArrayList<>();
        for (int i = 0; i < wit.worlds().size(); i++) {
            var id = new WorldId(i);
            String printed = new WitPrinter(wit.only(id)).printAll();
            ResolvedWit again = new WitLoader()
                    .text("printed.wit", printed)
                    .allFeatures()
                    .load()
                    .orThrow();
            WorldId same = again.findWorld(wit.get(id).name()).orElseThrow();
            assertThat(keys(again, same)).isEqualTo(keys(wit, id));
            assertThat(new WitPrinter(again.only(same)).printAll()).isEqualTo(printed);
            worlds.add(wit.worldName(id));
        }
        assertThat(worlds).contains("demo:everything/full@1.2.0");
    }

    private static List<String> keys(ResolvedWit wit, WorldId id) {
        List<String> keys = new ArrayList<>();
        wit.get(id).imports().keySet().forEach(key -> keys.add("import " + wit.keyName(key)));
        wit.get(id).exports().keySet().forEach(key -> keys.add("export " + wit.keyName(key)));
        return keys;
    }
}
