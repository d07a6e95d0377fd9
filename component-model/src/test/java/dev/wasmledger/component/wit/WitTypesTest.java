package dev.wasmledger.component.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A function has one type text, whether it is asked of the WIT or of a component made from it. */
class WitTypesTest {

    @Test
    void sameTextAsInTheBinaryForm() {
        Path suite = Corpus.suite("wit-component/crates/wit-component/tests/interfaces");
        int functions = 0;
        for (Path source : Corpus.files(suite, ".wit")) {
            if (Files.exists(Path.of(source.toString().replace(".wit", ".wasm")))) {
                functions += compare(
                        new WitLoader().path(source).allFeatures().load().orThrow());
            }
        }
        assertThat(functions).isGreaterThan(100);
    }

    private static int compare(ResolvedWit wit) {
        Component binary = WitPackageEncoder.encode(wit, wit.root());
        List<DefType> types = ComponentValidator.validate("test", binary, Features.ALL)
                .spaces()
                .types();
        int functions = 0;
        int position = 0;
        for (InterfaceId id : wit.get(wit.root()).interfaces().values()) {
            var outer = (ComponentType) types.get(position);
            position += 2;
            var instance =
                    (InstanceType) outer.exportType(wit.interfaceName(id)).orElseThrow();
            for (WitFunction function : wit.get(id).functions().values()) {
                var decoded = (FuncType) instance.export(function.name()).orElseThrow();
                assertThat(TypeText.of(wit, function)).isEqualTo(TypeText.of(decoded));
                functions++;
            }
        }
        return functions;
    }
}
