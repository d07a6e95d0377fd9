package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreInstanceType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ResourceType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks instantiations and instances put together from exports (Binary.md, "Instance Definitions"). */
final class InstanceValidator {

    private final Problems problems;
    private final TypeFacts facts;
    private final ExternResolver externs;

    InstanceValidator(Problems problems, TypeFacts facts, ExternResolver externs) {
        this.problems = problems;
        this.facts = facts;
        this.externs = externs;
    }

    CoreInstanceType coreInstance(CoreInstance instance, Scope scope) {
        return switch (instance) {
            case CoreInstance.Instantiate instantiate -> instantiateCore(instantiate, scope);
            case CoreInstance.InlineExports(var exports) -> {
                Map<String, CoreExternType> types = new LinkedHashMap<>();
                for (CoreInstance.InlineExport export : exports) {
                    problems.require(
                            types.put(export.name(), coreType(export.index(), scope)) == null,
                            Rule.DUPLICATE_CORE_EXPORT,
                            "export name `" + export.name() + "` already defined");
                }
                yield new CoreInstanceType(types);
            }
        };
    }

    private CoreExternType coreType(Index index, Scope scope) {
        return switch (index) {
            case Index.CoreFunc i -> scope.coreFuncs.get(i);
            case Index.CoreTable i -> scope.coreTables.get(i);
            case Index.CoreMemory i -> scope.coreMemories.get(i);
            case Index.CoreGlobal i -> scope.coreGlobals.get(i);
            case Index.CoreTag i -> {
                problems.requireFeature(Feature.EXCEPTIONS, "a tag");
                yield scope.coreTags.get(i);
            }
            default ->
                throw problems.fail(
                        Rule.UNEXPORTABLE_SORT, "a " + index.sort().text() + " cannot be exported by a core instance");
        };
    }

    private CoreInstanceType instantiateCore(CoreInstance.Instantiate instantiate, Scope scope) {
        CoreModuleType module = scope.coreModules.get(instantiate.module());
        Map<String, CoreInstanceType> arguments = new HashMap<>();
        for (CoreInstance.Argument argument : instantiate.arguments()) {
            problems.require(
                    arguments.put(argument.name(), scope.coreInstances.get(argument.instance())) == null,
                    Rule.DUPLICATE_CORE_ARGUMENT,
                    "duplicate module instantiation argument named `" + argument.name() + "`");
        }
        for (CoreModuleType.CoreImport needed : module.imports()) {
            coreArgument(needed, arguments);
        }
        return new CoreInstanceType(module.exports());
    }

    private void coreArgument(CoreModuleType.CoreImport needed, Map<String, CoreInstanceType> arguments) {
        CoreInstanceType argument = arguments.get(needed.module());
        if (argument == null) {
            throw problems.fail(
                    Rule.MISSING_CORE_ARGUMENT,
                    "missing module instantiation argument named `" + needed.module() + "`");
        }
        CoreExternType found = argument.exports().get(needed.field());
        if (found == null) {
            throw problems.fail(
                    Rule.CORE_ARGUMENT_EXPORT,
                    "module instantiation argument `" + needed.module() + "` does not export an item named `"
                            + needed.field() + "`");
        }
        CoreSubtyping.compare(found, needed.type()).ifPresent(mismatch -> {
            throw problems.fail(
                    mismatch.rule(),
                    "type mismatch for export `" + needed.field() + "` of module instantiation argument `"
                            + needed.module() + "`: " + mismatch.text());
        });
    }

    InstanceType instance(Instance instance, Scope scope) {
        return switch (instance) {
            case Instance.Instantiate instantiate -> instantiate(instantiate, scope);
            case Instance.InlineExports(var exports) -> {
                ExternNames names = new ExternNames("export", false, problems);
                Map<String, ExternDecl> declarations = new LinkedHashMap<>();
                for (Instance.InlineExport export : exports) {
                    var declaration = new ExternDecl(export.name(), externs.typeOf(export.index(), scope));
                    names.add(declaration);
                    declarations.put(export.name().name(), declaration);
                }
                yield facts.checkSize(new InstanceType(List.of(), declarations));
            }
        };
    }

    private InstanceType instantiate(Instance.Instantiate instantiate, Scope scope) {
        ComponentType component = scope.components.get(instantiate.component());
        Map<String, ExternType> arguments = new HashMap<>();
        for (Instance.Argument argument : instantiate.arguments()) {
            problems.require(
                    arguments.put(argument.name(), externs.typeOf(argument.index(), scope)) == null,
                    Rule.DUPLICATE_ARGUMENT,
                    "instantiation argument `" + argument.name() + "` conflicts with previous argument of that name");
        }
        Subtyping subtyping = Subtyping.leavingOpen(component.importedResources());
        component.imports().forEach((name, needed) -> {
            ExternType argument = arguments.get(name);
            if (argument == null) {
                throw problems.fail(Rule.MISSING_ARGUMENT, "missing import named `" + name + "`");
            }
            subtyping.compare(argument, needed.type()).ifPresent(mismatch -> {
                throw problems.fail(mismatch.rule(), "type mismatch for import `" + name + "`: " + mismatch.text());
            });
        });
        Map<ResourceType, ResourceType> replacements = new HashMap<>(subtyping.settled());
        replacements.putAll(ExternResolver.fresh(component.definedResources(), scope.definedResources));
        return facts.checkSize(new InstanceType(
                List.of(),
                new Substitution(replacements).replacing(subtyping.named()).apply(component.exports())));
    }
}
