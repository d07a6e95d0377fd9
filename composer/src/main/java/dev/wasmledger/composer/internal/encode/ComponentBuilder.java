package dev.wasmledger.composer.internal.encode;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.Start;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValueDef;
import dev.wasmledger.component.type.ExternName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds definitions one after the other and gives each its index. */
public final class ComponentBuilder {

    private final List<Definition> definitions = new ArrayList<>();
    private final Map<Sort, Integer> sizes = new EnumMap<>(Sort.class);

    public Index.Type type(TypeDef type) {
        return (Index.Type) add(type, Sort.TYPE);
    }

    public Index importing(String name, ExternDesc type) {
        return importing(ExternName.of(name), type);
    }

    public Index importing(ExternName name, ExternDesc type) {
        return add(new Import(name, type), type.sort());
    }

    /** Exports a definition; the export is a definition too. */
    public Index export(ExternName name, Index index) {
        return add(new Export(name, index, Optional.empty()), index.sort());
    }

    /** Exports a definition as one of that type. */
    public Index export(ExternName name, Index index, ExternDesc type) {
        return add(new Export(name, index, Optional.of(type)), index.sort());
    }

    public Index alias(Sort sort, Index.Instance instance, String name) {
        return add(new Alias.InstanceExport(sort, instance, name), sort);
    }

    public Index coreAlias(Sort sort, Index.CoreInstance instance, String name) {
        return add(new Alias.CoreInstanceExport(sort, instance, name), sort);
    }

    public Index.CoreModule coreModule(byte[] bytes) {
        return (Index.CoreModule) add(new CoreModule(Bytes.of(bytes)), Sort.CORE_MODULE);
    }

    public Index.CoreInstance coreInstantiate(Index.CoreModule module, List<CoreInstance.Argument> arguments) {
        return (Index.CoreInstance) add(new CoreInstance.Instantiate(module, arguments), Sort.CORE_INSTANCE);
    }

    public Index.CoreInstance coreExports(List<CoreInstance.InlineExport> exports) {
        return (Index.CoreInstance) add(new CoreInstance.InlineExports(exports), Sort.CORE_INSTANCE);
    }

    public Index.Component component(Component component) {
        return (Index.Component) add(component, Sort.COMPONENT);
    }

    public Index.Instance instantiate(Index.Component component, List<Instance.Argument> arguments) {
        return (Index.Instance) add(new Instance.Instantiate(component, arguments), Sort.INSTANCE);
    }

    public Index.Func lift(Index.CoreFunc func, List<CanonOpt> options, Index.Type type) {
        return (Index.Func) add(new Canon.Lift(func, options, type), Sort.FUNC);
    }

    /** A canonical definition that gives a core function. */
    public Index.CoreFunc coreFunc(Canon canon) {
        return (Index.CoreFunc) add(canon, Sort.CORE_FUNC);
    }

    public void custom(CustomSection section) {
        definitions.add(section);
    }

    /** The component as it is by now: neighbours of one kind share a section. */
    public Component build() {
        var sections = new ArrayList<Section>();
        int start = 0;
        while (start < definitions.size()) {
            Section.Kind kind = kind(definitions.get(start));
            int end = start + 1;
            while (kind.isVector() && end < definitions.size() && kind(definitions.get(end)) == kind) {
                end++;
            }
            List<Section.Entry> entries = definitions.subList(start, end).stream()
                    .map(definition -> new Section.Entry(0, definition))
                    .toList();
            sections.add(new Section(kind, 0, entries));
            start = end;
        }
        return new Component(sections);
    }

    private Index add(Definition definition, Sort sort) {
        definitions.add(definition);
        return sort.index(sizes.merge(sort, 1, Integer::sum) - 1);
    }

    private static Section.Kind kind(Definition definition) {
        return switch (definition) {
            case CustomSection d -> Section.Kind.CUSTOM;
            case CoreModule d -> Section.Kind.CORE_MODULE;
            case CoreInstance d -> Section.Kind.CORE_INSTANCE;
            case CoreTypeDef d -> Section.Kind.CORE_TYPE;
            case Component d -> Section.Kind.COMPONENT;
            case Instance d -> Section.Kind.INSTANCE;
            case Alias d -> Section.Kind.ALIAS;
            case TypeDef d -> Section.Kind.TYPE;
            case Canon d -> Section.Kind.CANON;
            case Start d -> Section.Kind.START;
            case Import d -> Section.Kind.IMPORT;
            case Export d -> Section.Kind.EXPORT;
            case ValueDef d -> Section.Kind.VALUE;
        };
    }
}
