package dev.wasmledger.component.validation;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.ValueExtern;
import dev.wasmledger.component.type.VariantType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Which types have a name that the outside can see. An import or export may use records, variants, enums, flags and
 * resources only by such names (Explainer.md, "Import and Export Definitions").
 */
final class Visibility {

    private final Problems problems;
    private final Set<Object> imported = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> exported = Collections.newSetFromMap(new IdentityHashMap<>());

    Visibility(Problems problems) {
        this.problems = problems;
    }

    /** An import named {@code name}: checks its type, and the types in it have names from here on. */
    void importing(String name, ExternType type) {
        check(type, imported, true, "import `" + name + "`");
    }

    /** The same for an export. */
    void exporting(String name, ExternType type) {
        check(type, exported, false, "export `" + name + "`");
    }

    private void check(ExternType type, Set<Object> names, boolean importing, String what) {
        switch (type) {
            case TypeExtern(DefType named, var bound) -> {
                require(partsAreNamed(named, names), importing, what);
                exported.add(named);
                if (importing) {
                    imported.add(named);
                }
            }
            case InstanceType instance -> {
                for (ExternDecl export : instance.exports().values()) {
                    check(export.type(), names, importing, what);
                }
            }
            case FuncType func -> require(isNamed(func, names), importing, what);
            case ValueExtern(ValType value) -> require(isNamed(value, names), importing, what);
            // These stand on their own: nothing in them refers to a type around them without importing it.
            case ComponentType component -> {}
            case CoreModuleType module -> {}
        }
    }

    private void require(boolean named, boolean importing, String what) {
        problems.require(
                named,
                importing ? Rule.IMPORT_VISIBILITY : Rule.EXPORT_VISIBILITY,
                what + " uses a type that has no name outside: import or export that type before");
    }

    private static boolean isNamed(FuncType func, Set<Object> names) {
        return func.paramTypes().stream().allMatch(type -> isNamed(type, names))
                && func.result().map(type -> isNamed(type, names)).orElse(true);
    }

    private static boolean isNamed(ValType type, Set<Object> names) {
        return switch (type) {
            case RecordType t -> names.contains(t);
            case VariantType t -> names.contains(t);
            case EnumType t -> names.contains(t);
            case FlagsType t -> names.contains(t);
            // What has been looked at once stays named, since names are only added.
            default -> names.contains(type) || (partsAreNamed(type, names) && names.add(type));
        };
    }

    private static boolean partsAreNamed(DefType type, Set<Object> names) {
        return switch (type) {
            case OwnType(ResourceType resource) -> names.contains(resource);
            case BorrowType(ResourceType resource) -> names.contains(resource);
            case ValType value -> TypeParts.of(value).allMatch(part -> isNamed(part, names));
            case FuncType func -> isNamed(func, names);
            case InstanceType instance ->
                instance.exports().values().stream().allMatch(export -> isNamed(export.type(), names));
            case ComponentType component -> true;
            case ResourceType resource -> true;
        };
    }

    private static boolean isNamed(ExternType type, Set<Object> names) {
        return switch (type) {
            case TypeExtern(DefType named, var bound) -> partsAreNamed(named, names);
            case InstanceType instance -> partsAreNamed((DefType) instance, names);
            case FuncType func -> isNamed(func, names);
            case ValueExtern(ValType value) -> isNamed(value, names);
            case ComponentType component -> true;
            case CoreModuleType module -> true;
        };
    }
}
