package dev.wasmledger.wit;

import dev.wasmledger.wit.internal.json.ReferenceJson;
import dev.wasmledger.wit.internal.print.PackagePrinter;
import dev.wasmledger.wit.internal.print.TypePrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The model as canonical WIT text: what is printed reads as the same model again, and printing that gives the same
 * text. Comments in front of an item survive, as docs, others do not; worlds are printed with all that they imply.
 */
public final class WitPrinter {

    private final ResolvedWit wit;

    public WitPrinter(ResolvedWit wit) {
        this.wit = wit;
    }

    /** One package, as a file of its own. */
    public String print(PackageId id) {
        return PackagePrinter.printFile(wit, id, List.of());
    }

    /** The root package as a file that stands alone: all others are nested in it, by name. */
    public String printAll() {
        List<PackageId> others = new ArrayList<>();
        for (int i = 0; i < wit.packages().size(); i++) {
            if (i != wit.root().index()) {
                others.add(new PackageId(i));
            }
        }
        others.sort(Comparator.comparing(id -> wit.get(id).name().toString()));
        return PackagePrinter.printFile(wit, wit.root(), others);
    }

    /** Everything as JSON, in the form of {@code wasm-tools component wit --json}. */
    public String printJson() {
        return ReferenceJson.write(wit);
    }

    /** A type as it is written where it is used: {@code list<tuple<string, u32>>}. */
    public String print(Type type) {
        return new TypePrinter(wit).text(type);
    }

    /** A function's type: {@code func(name: string) -> option<u32>}. */
    public String print(WitFunction function) {
        return new TypePrinter(wit).text(function);
    }
}
