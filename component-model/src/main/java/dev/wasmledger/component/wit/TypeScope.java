package dev.wasmledger.component.wit;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.wit.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The declarators of one component or instance type while it grows, with the indices that they have. */
final class TypeScope {

    private final List<Declarator> declarators = new ArrayList<>();
    private int types;
    private int instances;

    /** The definitions in place that have an index here, so that equal ones share it. */
    final Map<TypeDef, Index.Type> inPlace = new HashMap<>();

    /** The types with names that have an index here. */
    final Map<TypeId, Index.Type> named = new HashMap<>();

    List<Declarator> declarators() {
        return declarators;
    }

    Index.Type define(TypeDef type) {
        declarators.add(type);
        return new Index.Type(types++);
    }

    Index.Type aliasExport(Index.Instance instance, String name) {
        declarators.add(new Alias.InstanceExport(Sort.TYPE, instance, name));
        return new Index.Type(types++);
    }

    Index.Type aliasOuter(Index.Type index) {
        declarators.add(new Alias.Outer(Sort.TYPE, 1, index));
        return new Index.Type(types++);
    }

    void importFunc(ExternName name, Index.Type type) {
        declarators.add(new Import(name, new ExternDesc.Func(type)));
    }

    void exportFunc(ExternName name, Index.Type type) {
        declarators.add(new ExportDecl(name, new ExternDesc.Func(type)));
    }

    Index.Instance importInstance(ExternName name, Index.Type type) {
        declarators.add(new Import(name, new ExternDesc.Instance(type)));
        return new Index.Instance(instances++);
    }

    Index.Instance exportInstance(ExternName name, Index.Type type) {
        declarators.add(new ExportDecl(name, new ExternDesc.Instance(type)));
        return new Index.Instance(instances++);
    }

    /** The new index of an imported type. */
    Index.Type importType(ExternName name, ExternDesc bound) {
        declarators.add(new Import(name, bound));
        return new Index.Type(types++);
    }

    /** The new index of an exported type. */
    Index.Type exportType(ExternName name, ExternDesc bound) {
        declarators.add(new ExportDecl(name, bound));
        return new Index.Type(types++);
    }
}
