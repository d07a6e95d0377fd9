package dev.wasmledger.runtime.wave;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The functions of the interfaces in a WIT file. */
final class WitFunctions {

    private WitFunctions() {}

    /** By interface and name, {@code ui.string}. */
    static Map<String, FuncType> in(Path file) {
        ResolvedWit wit = new WitLoader().path(file).load().orThrow();
        var types = new WitTypes(wit);
        Map<String, FuncType> functions = new TreeMap<>();
        for (WitInterface one : wit.interfaces()) {
            one.functions()
                    .forEach((name, function) ->
                            functions.put(one.name().orElse("") + "." + name, types.funcType(function)));
        }
        return functions;
    }
}
