package dev.wasmledger.runtime;

import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.FuncTypeDef;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.LabeledType;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValTypeRef;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.Primitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes small components for tests, definition by definition; each method gives the index of what it adds. */
final class TestComponent {

    private final List<Section> sections = new ArrayList<>();
    private final Map<Sort, Integer> sizes = new EnumMap<>(Sort.class);

    byte[] toBytes() {
        return ComponentEncoder.encode(toModel());
    }

    dev.wasmledger.component.model.Component toModel() {
        return new dev.wasmledger.component.model.Component(sections);
    }

    int coreModule(CoreWasm module) {
        add(Section.Kind.CORE_MODULE, new CoreModule(Bytes.of(module.toBytes())));
        return grow(Sort.CORE_MODULE);
    }

    /** With arguments that are core instances, by name. */
    int coreInstance(int module, Map<String, Integer> arguments) {
        var list = arguments.entrySet().stream()
                .map(e -> new CoreInstance.Argument(e.getKey(), new Index.CoreInstance(e.getValue())))
                .toList();
        add(Section.Kind.CORE_INSTANCE, new CoreInstance.Instantiate(new Index.CoreModule(module), list));
        return grow(Sort.CORE_INSTANCE);
    }

    int coreInstanceOf(String name, int coreFunction) {
        return coreInstanceOf(Map.of(name, coreFunction));
    }

    /** Made of core functions, by name. */
    int coreInstanceOf(Map<String, Integer> coreFunctions) {
        var list = coreFunctions.entrySet().stream()
                .map(e -> new CoreInstance.InlineExport(e.getKey(), new Index.CoreFunc(e.getValue())))
                .toList();
        add(Section.Kind.CORE_INSTANCE, new CoreInstance.InlineExports(list));
        return grow(Sort.CORE_INSTANCE);
    }

    int aliasCore(Sort sort, int coreInstance, String name) {
        add(Section.Kind.ALIAS, new Alias.CoreInstanceExport(sort, new Index.CoreInstance(coreInstance), name));
        return grow(sort);
    }

    int aliasFunction(int instance, String name) {
        add(Section.Kind.ALIAS, new Alias.InstanceExport(Sort.FUNC, new Index.Instance(instance), name));
        return grow(Sort.FUNC);
    }

    int aliasType(int instance, String name) {
        add(Section.Kind.ALIAS, new Alias.InstanceExport(Sort.TYPE, new Index.Instance(instance), name));
        return grow(Sort.TYPE);
    }

    int importInstance(String name, int type) {
        add(Section.Kind.IMPORT, new Import(ExternName.of(name), new ExternDesc.Instance(new Index.Type(type))));
        return grow(Sort.INSTANCE);
    }

    int resourceBuiltin(CanonBuiltin builtin, int type) {
        add(Section.Kind.CANON, new Canon.Resource(builtin, new Index.Type(type)));
        return grow(Sort.CORE_FUNC);
    }

    int exportType(String name, int type) {
        add(Section.Kind.EXPORT, new Export(ExternName.of(name), new Index.Type(type), Optional.empty()));
        return grow(Sort.TYPE);
    }

    int type(TypeDef type) {
        add(Section.Kind.TYPE, type);
        return grow(Sort.TYPE);
    }

    /** Parameters are named a, b, c… */
    int functionType(Optional<ValTypeRef> result, ValTypeRef... params) {
        var labeled = new ArrayList<LabeledType>();
        for (int i = 0; i < params.length; i++) {
            labeled.add(new LabeledType(Character.toString('a' + i), params[i]));
        }
        return type(new FuncTypeDef(false, labeled, result));
    }

    int lift(int coreFunction, int type, CanonOpt... options) {
        add(
                Section.Kind.CANON,
                new Canon.Lift(new Index.CoreFunc(coreFunction), Arrays.asList(options), new Index.Type(type)));
        return grow(Sort.FUNC);
    }

    int lower(int function, CanonOpt... options) {
        add(Section.Kind.CANON, new Canon.Lower(new Index.Func(function), Arrays.asList(options)));
        return grow(Sort.CORE_FUNC);
    }

    int importFunction(String name, int type) {
        add(Section.Kind.IMPORT, new Import(ExternName.of(name), new ExternDesc.Func(new Index.Type(type))));
        return grow(Sort.FUNC);
    }

    void exportFunction(String name, int function) {
        add(Section.Kind.EXPORT, new Export(ExternName.of(name), new Index.Func(function), Optional.empty()));
        grow(Sort.FUNC);
    }

    int component(TestComponent nested) {
        add(Section.Kind.COMPONENT, nested.toModel());
        return grow(Sort.COMPONENT);
    }

    /** With arguments that are functions, by name. */
    int instance(int component, Map<String, Integer> functions) {
        var list = functions.entrySet().stream()
                .map(e -> new Instance.Argument(e.getKey(), new Index.Func(e.getValue())))
                .toList();
        add(Section.Kind.INSTANCE, new Instance.Instantiate(new Index.Component(component), list));
        return grow(Sort.INSTANCE);
    }

    /** Lifts an export of a core instance and exports it under the same name. */
    void exportLifted(int coreInstance, String name, int type, CanonOpt... options) {
        exportFunction(name, lift(aliasCore(Sort.CORE_FUNC, coreInstance, name), type, options));
    }

    static ValTypeRef of(Primitive primitive) {
        return new ValTypeRef.Prim(primitive);
    }

    static ValTypeRef defined(int type) {
        return new ValTypeRef.Defined(new Index.Type(type));
    }

    private void add(Section.Kind kind, Definition definition) {
        sections.add(new Section(kind, 0, List.of(new Section.Entry(0, definition))));
    }

    private int grow(Sort sort) {
        return sizes.merge(sort, 1, Integer::sum) - 1;
    }
}
