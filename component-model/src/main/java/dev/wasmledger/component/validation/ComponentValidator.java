package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.core.CoreModuleValidator;
import dev.wasmledger.component.internal.core.CoreTypeGroups;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Canon;
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
import dev.wasmledger.component.model.Start;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValueDef;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.ValueExtern;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Validates components: goes through their definitions in sequence, checks each against those before it, and gives it its
 * type. A definition that breaks a rule is reported and is from then on unknown; what refers to it is passed over, since
 * nothing can be said of it. The code of core modules comes last, as it says nothing about types.
 */
public final class ComponentValidator {

    private final Problems problems;
    private final TypeFacts facts;
    private final TypeResolver types;
    private final CoreTypeGroups groups;
    private final CoreTypeResolver coreTypes;
    private final AliasResolver aliases;
    private final ExternResolver externs;
    private final CanonValidator canons;
    private final InstanceValidator instances;
    private final List<CoreModuleValidator> coreModules = new ArrayList<>();

    private ComponentValidator(Problems problems) {
        this.problems = problems;
        facts = new TypeFacts(problems);
        types = new TypeResolver(problems, facts);
        groups = new CoreTypeGroups(problems.features());
        coreTypes = new CoreTypeResolver(problems, groups);
        aliases = new AliasResolver(problems);
        externs = new ExternResolver(problems, facts, types, coreTypes, aliases);
        canons = new CanonValidator(problems, facts, types, coreTypes);
        instances = new InstanceValidator(problems, facts, externs);
    }

    /**
     * Validates a component.
     *
     * @param fileName what diagnostics call it
     * @throws DiagnosticException if it breaks rules; says which, and at which bytes
     */
    public static ValidatedComponent validate(String fileName, Component component, Features features) {
        var validator = new ComponentValidator(new Problems(fileName, features));
        return validator.validate(component, true);
    }

    /**
     * The same for a component that was put together from valid ones: the code of its core modules, which takes most of the
     * time, is not looked at again.
     */
    public static ValidatedComponent validateLinked(String fileName, Component component, Features features) {
        var validator = new ComponentValidator(new Problems(fileName, features));
        return validator.validate(component, false);
    }

    private ValidatedComponent validate(Component component, boolean withCode) {
        Optional<ValidatedComponent> validated = Optional.empty();
        try {
            validated = component(component, null);
            if (withCode) {
                coreModules.forEach(module -> problems.add(module.validateCode()));
            }
        } catch (Problems.Enough e) {
            // What was found until then is said below.
        }
        return validated.filter(valid -> problems.count() == 0).orElseThrow(problems::asException);
    }

    /** Empty where something in it, or what it refers to, was reported. */
    private Optional<ValidatedComponent> component(Component component, @Nullable Scope parent) {
        Scope scope = new Scope(Scope.Kind.COMPONENT, parent, problems);
        boolean complete = true;
        for (Section section : component.sections()) {
            for (Section.Entry entry : section.entries()) {
                problems.moveTo(entry.offset());
                complete &= isValid(entry.definition(), scope);
            }
        }
        if (!complete) {
            return Optional.empty();
        }
        return problems.reporting(() -> {
            scope.requireAllValuesUsed(problems);
            return new ValidatedComponent(
                    component, facts.checkSize(scope.componentType()), scope.spaces(), scope.nested);
        });
    }

    /** Whatever comes of it, the definition has its index afterwards. */
    private boolean isValid(Definition definition, Scope scope) {
        Optional<Space<?>> space = scope.spaceOf(definition);
        int expected = space.map(Space::size).orElse(0) + Scope.count(definition);
        boolean valid = problems.reporting(() -> {
                    definition(definition, scope);
                    return true;
                })
                .isPresent();
        space.ifPresent(s -> s.fillUpTo(expected));
        return valid;
    }

    private void definition(Definition definition, Scope scope) {
        switch (definition) {
            case CustomSection custom -> {}
            case CoreModule(var bytes) ->
                scope.coreModules.add(coreModule(bytes).type());
            case CoreInstance instance -> scope.coreInstances.add(instances.coreInstance(instance, scope));
            case CoreTypeDef type -> coreTypes.define(type, scope);
            case Component component -> {
                ValidatedComponent nested = component(component, scope).orElseThrow(Problems.UnknownDefinition::new);
                scope.nested.add(nested);
                scope.components.add(nested.type());
            }
            case Instance instance -> scope.instances.add(instances.instance(instance, scope));
            case Alias alias -> aliases.alias(alias, scope);
            case TypeDef type -> externs.define(type, scope);
            case Canon canon -> canons.canon(canon, scope);
            case Start start -> start(start, scope);
            case Import declared -> externs.importing(declared, scope);
            case Export export -> export(export, scope);
            case ValueDef(var type, var content) -> {
                problems.requireFeature(Feature.CM_VALUES, "a value definition");
                scope.addValue(types.valType(type, scope));
            }
        }
    }

    private CoreModuleValidator coreModule(Bytes bytes) {
        var module = CoreModuleValidator.validate(problems.place(), bytes.toByteArray(), problems.features(), groups);
        module.duplicateImport().ifPresent(duplicate -> {
            throw new DiagnosticException(duplicate);
        });
        coreModules.add(module);
        return module;
    }

    private void export(Export export, Scope scope) {
        String name = export.name().name();
        ExternType found = externs.typeOf(export.index(), scope);
        Optional<ExternDesc> ascribed = export.type();
        ExternType shown;
        if (ascribed.isPresent()) {
            List<ResourceType> fresh = new ArrayList<>();
            shown = externs.resolve(ascribed.get(), name, fresh, scope);
            Subtyping.leavingOpen(fresh).compare(found, shown).ifPresent(mismatch -> {
                throw problems.fail(
                        mismatch.rule(),
                        "ascribed type of export `" + name + "` is not compatible with the item's type: "
                                + mismatch.text());
            });
            scope.definedResources.addAll(fresh);
        } else if (found instanceof TypeExtern(DefType type, var bound)) {
            shown = new TypeExtern(TypeCopy.named(type, name), type);
        } else {
            shown = found;
        }
        externs.exporting(export.name(), shown, scope);
        if (shown instanceof ValueExtern) {
            // The index that the export adds is of the value that the export has used.
            scope.useValue(new Index.Value(scope.values.size() - 1), problems);
        }
    }

    private void start(Start start, Scope scope) {
        problems.requireFeature(Feature.CM_VALUES, "a start definition");
        FuncType func = scope.funcs.get(start.func());
        problems.require(
                func.params().size() == start.arguments().size(),
                Rule.START_ARGUMENTS,
                "the component start function requires " + func.params().size() + " arguments, and is given "
                        + start.arguments().size());
        for (int i = 0; i < start.arguments().size(); i++) {
            ValType given = scope.useValue(start.arguments().get(i), problems);
            problems.require(
                    given.equals(func.params().get(i).type()),
                    Rule.START_ARGUMENT_TYPE,
                    "value type mismatch for component start function argument " + i);
        }
        problems.require(
                start.results() == (func.result().isPresent() ? 1 : 0),
                Rule.START_RESULTS,
                "the component start function's count of results is wrong");
        func.result().ifPresent(scope::addValue);
    }
}
