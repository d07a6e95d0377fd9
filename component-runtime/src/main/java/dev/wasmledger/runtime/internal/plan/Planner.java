package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.Start;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValueDef;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.internal.adapter.AdapterClass;
import dev.wasmledger.runtime.internal.adapter.AdapterCompiler;
import dev.wasmledger.runtime.internal.adapter.Copying;
import dev.wasmledger.runtime.internal.plan.LinkPlan.ComponentPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the definitions of a component and of all that it instantiates, and writes down the steps. */
public final class Planner {

    private final Function<byte[], dev.wasmledger.runtime.internal.core.CoreModule> compiler;
    private final boolean typedLinks;
    private final AdapterCompiler adapters = new AdapterCompiler();

    private final List<dev.wasmledger.runtime.internal.core.CoreModule> modules = new ArrayList<>();
    private final Map<CoreModule, Integer> moduleIndices = new HashMap<>();
    private final List<ComponentPlan> components = new ArrayList<>();
    private final List<ResourcePlan> resources = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private int coreInstances;
    private int functions;

    private Planner(Function<byte[], dev.wasmledger.runtime.internal.core.CoreModule> compiler, boolean typedLinks) {
        this.compiler = compiler;
        this.typedLinks = typedLinks;
    }

    /**
     * Makes the plan.
     *
     * @param compiler of core modules
     * @param typedLinks whether components are to call each other by compiled adapters
     * @throws LinkException if the component uses what the runtime has not
     */
    public static LinkPlan plan(
            ValidatedComponent root,
            Function<byte[], dev.wasmledger.runtime.internal.core.CoreModule> compiler,
            boolean typedLinks) {
        return new Planner(compiler, typedLinks).planRoot(root);
    }

    private LinkPlan planRoot(ValidatedComponent root) {
        var boundary = new Boundary(resources);
        Map<String, Item> arguments = boundary.imported(root.type());
        Map<String, Item> exports = instantiate(root, null, arguments, InstanceNames.rootName(root), -1);
        return new LinkPlan(
                List.copyOf(modules),
                List.copyOf(components),
                List.copyOf(resources),
                List.copyOf(steps),
                boundary.imports(),
                boundary.exported(root.type(), exports));
    }

    private Map<String, Item> instantiate(
            ValidatedComponent component,
            @Nullable Scope around,
            Map<String, Item> arguments,
            String path,
            int parent) {
        components.add(new ComponentPlan(path, parent));
        var scope = new Scope(component, components.size() - 1, around, arguments);
        var names = InstanceNames.of(component.component());
        component.component().definitions().forEach(definition -> follow(scope, names, definition));
        return scope.exports;
    }

    private void follow(Scope scope, InstanceNames names, Definition definition) {
        switch (definition) {
            case CustomSection custom -> {}
            case CoreTypeDef type -> {}
            case CoreModule module -> scope.add(Sort.CORE_MODULE, new Item.Module(moduleIndex(module)));
            case CoreInstance instance -> scope.coreInstances.add(coreInstance(scope, instance));
            case Component nested -> scope.add(Sort.COMPONENT, scope.nextNested());
            case Instance instance -> scope.add(Sort.INSTANCE, instance(scope, names, instance));
            case Alias alias -> alias(scope, alias);
            case TypeDef type -> scope.add(Sort.TYPE, type(scope, type));
            case Canon canon -> canon(scope, canon);
            case Import imported ->
                scope.add(
                        imported.type().sort(), argument(scope, imported.name().name()));
            case Export export -> export(scope, export);
            case Start start -> throw new NotBuiltException("a start function of a component");
            case ValueDef value -> throw new NotBuiltException("a value in a component");
        }
    }

    private int moduleIndex(CoreModule module) {
        return moduleIndices.computeIfAbsent(module, m -> {
            modules.add(compiler.apply(m.bytes().toByteArray()));
            return modules.size() - 1;
        });
    }

    private CoreItem coreInstance(Scope scope, CoreInstance definition) {
        return switch (definition) {
            case CoreInstance.InlineExports(var exports) -> {
                Map<String, CoreSource> sources = new HashMap<>();
                exports.forEach(export -> sources.put(
                        export.name(),
                        scope.getCore(export.index().sort(), export.index().value())));
                yield new CoreItem.Inline(sources);
            }
            case CoreInstance.Instantiate(var module, var arguments) -> {
                Map<String, CoreItem> byName = new HashMap<>();
                arguments.forEach(argument -> byName.put(
                        argument.name(),
                        scope.coreInstances.get(argument.instance().value())));
                int index = ((Item.Module) scope.get(Sort.CORE_MODULE, module.value())).module();
                List<CoreSource> sources = modules.get(index).imports().stream()
                        .map(needed -> coreArgument(byName, needed))
                        .toList();
                steps.add(new Step.InstantiateCore(index, sources, scope.instance));
                yield new CoreItem.Made(coreInstances++);
            }
        };
    }

    private static CoreSource coreArgument(
            Map<String, CoreItem> byName, dev.wasmledger.runtime.internal.core.CoreModule.Import needed) {
        CoreItem from = byName.get(needed.module());
        if (from == null) {
            throw new IllegalStateException("validation let a missing argument pass: " + needed.module());
        }
        return from.export(needed.name());
    }

    private Item instance(Scope scope, InstanceNames names, Instance definition) {
        return switch (definition) {
            case Instance.InlineExports(var exports) -> {
                Map<String, Item> items = new LinkedHashMap<>();
                exports.forEach(export -> items.put(export.name().name(), item(scope, export.index())));
                yield new Item.Instance(items);
            }
            case Instance.Instantiate(var component, var arguments) -> {
                Map<String, Item> items = new HashMap<>();
                arguments.forEach(argument -> items.put(argument.name(), item(scope, argument.index())));
                var source = (Item.Component) scope.get(Sort.COMPONENT, component.value());
                String path = components.get(scope.instance).path() + "/"
                        + names.instance(scope.size(Sort.INSTANCE), source.component());
                yield new Item.Instance(instantiate(source.component(), source.around(), items, path, scope.instance));
            }
        };
    }

    private static Item item(Scope scope, Index index) {
        return scope.get(index.sort(), index.value());
    }

    private static Item argument(Scope scope, String name) {
        Item item = scope.arguments.get(name);
        if (item == null) {
            throw new IllegalStateException("validation let a missing argument pass: " + name);
        }
        return item;
    }

    private static void alias(Scope scope, Alias alias) {
        switch (alias) {
            case Alias.InstanceExport(var sort, var instance, var name) -> {
                Item item = ((Item.Instance) scope.get(Sort.INSTANCE, instance.value()))
                        .exports()
                        .get(name);
                if (item == null) {
                    throw new IllegalStateException("validation let a missing export pass: " + name);
                }
                scope.add(sort, item);
            }
            case Alias.CoreInstanceExport(var sort, var instance, var name) ->
                scope.addCore(sort, scope.coreInstances.get(instance.value()).export(name));
            case Alias.Outer(var sort, var count, var index) -> {
                if (sort != Sort.CORE_TYPE) {
                    scope.add(sort, scope.outer(count).get(sort, index.value()));
                }
            }
        }
    }

    private Item type(Scope scope, TypeDef definition) {
        if (!(definition instanceof ResourceTypeDef(var representation, var destructor))) {
            return Item.Type.PLAIN;
        }
        if (representation != CoreNumType.I32) {
            throw new NotBuiltException("a resource type that is represented by " + representation);
        }
        Optional<CoreSource> function = destructor.map(index -> scope.getCore(Sort.CORE_FUNC, index.value()));
        resources.add(new ResourcePlan.Guest(scope.instance, function));
        return new Item.Type(OptionalInt.of(resources.size() - 1));
    }

    private static void export(Scope scope, Export export) {
        Item item = item(scope, export.index());
        scope.exports.put(export.name().name(), item);
        scope.add(export.index().sort(), item);
    }

    private void canon(Scope scope, Canon canon) {
        switch (canon) {
            case Canon.Lift lift -> scope.add(Sort.FUNC, new Item.Lifted(lift(scope, lift)));
            case Canon.Lower(var function, var options) -> {
                var plan = CanonOptions.of(scope, options).options();
                FuncType type = scope.component.spaces().funcs().get(function.value());
                addFunction(scope, lower(item(scope, function), type, plan));
            }
            case Canon.Resource(var builtin, var resource) -> {
                var kind = switch (builtin) {
                    case RESOURCE_NEW -> Step.Resource.Kind.NEW;
                    case RESOURCE_REP -> Step.Resource.Kind.REP;
                    case RESOURCE_DROP -> Step.Resource.Kind.DROP;
                    default -> throw new IllegalStateException(canon.toString());
                };
                int type = ((Item.Type) scope.get(Sort.TYPE, resource.value()))
                        .resource()
                        .orElseThrow();
                List<Integer> entered = resources.get(type) instanceof ResourcePlan.Guest guest
                        ? entered(guest.component(), scope.instance)
                        : List.of();
                addFunction(scope, new Step.Resource(kind, type, scope.instance, entered));
            }
            default -> {
                CoreFuncType type = scope.component
                        .spaces()
                        .coreFuncs()
                        .get(scope.coreSize(Sort.CORE_FUNC))
                        .type();
                addFunction(scope, new Step.Builtin(builtin(canon), scope.instance, Signatures.of(type)));
            }
        }
    }

    private static TaskBuiltin builtin(Canon canon) {
        return switch (canon) {
            case Canon.Context(var builtin, var type, int slot) ->
                builtin == CanonBuiltin.CONTEXT_GET
                        ? new TaskBuiltin.ContextGet(slot)
                        : new TaskBuiltin.ContextSet(slot);
            case Canon.TaskReturn taskReturn -> new TaskBuiltin.TaskReturn();
            case Canon.Plain plain -> plain(plain.builtin());
            case Canon.SubtaskCancel cancel -> new TaskBuiltin.NotBuilt("subtask.cancel");
            case Canon.End(var builtin, var type) -> new TaskBuiltin.NotBuilt(builtin.text());
            case Canon.Copy(var builtin, var type, var options) -> new TaskBuiltin.NotBuilt(builtin.text());
            case Canon.CancelCopy(var builtin, var type, boolean async) -> new TaskBuiltin.NotBuilt(builtin.text());
            case Canon.ErrorContext(var builtin, var options) -> new TaskBuiltin.NotBuilt(builtin.text());
            case Canon.WaitableSet(var builtin, boolean cancellable, var memory) ->
                new TaskBuiltin.NotBuilt(builtin.text());
            case Canon.Suspension(var builtin, boolean cancellable) -> new TaskBuiltin.NotBuilt(builtin.text());
            case Canon.ThreadIndirect(var builtin, var type, var table) -> new TaskBuiltin.NotBuilt(builtin.text());
            case Canon.ThreadSpawnRef spawn -> new TaskBuiltin.NotBuilt("thread.spawn-ref");
            case Canon.Lift lift -> throw new IllegalStateException("no built-in: " + lift);
            case Canon.Lower lower -> throw new IllegalStateException("no built-in: " + lower);
            case Canon.Resource resource -> throw new IllegalStateException("no built-in of tasks: " + resource);
        };
    }

    private static TaskBuiltin plain(CanonBuiltin builtin) {
        return switch (builtin) {
            case BACKPRESSURE_INC -> new TaskBuiltin.Backpressure(1);
            case BACKPRESSURE_DEC -> new TaskBuiltin.Backpressure(-1);
            default -> new TaskBuiltin.NotBuilt(builtin.text());
        };
    }

    private LiftPlan lift(Scope scope, Canon.Lift lift) {
        var type = (FuncType) scope.component.spaces().types().get(lift.type().value());
        CoreSource core = scope.getCore(Sort.CORE_FUNC, lift.func().value());
        var options = CanonOptions.of(scope, lift.options());
        String name = core instanceof CoreSource.InstanceExport(int instance, String export) ? export : "function";
        return new LiftPlan(name, type, scope.resources, core, options.options(), options.postReturn());
    }

    private Step.MakeFunction lower(Item function, FuncType type, OptionsPlan caller) {
        return switch (function) {
            case Item.Hosted hosted
            when caller.async() -> throw new NotBuiltException("the `async` lowering of a host function");
            case Item.Hosted(int imported) ->
                new Step.LowerHost(caller, imported, Signatures.of(type, Flattening.Context.LOWER));
            case Item.Lifted(LiftPlan callee) -> adapt(callee, caller);
            default -> throw new IllegalStateException("validation let a function pass: " + function);
        };
    }

    private Step.MakeFunction adapt(LiftPlan callee, OptionsPlan caller) {
        List<Integer> entered = entered(callee.component(), caller.component());
        if (callee.type().async()) {
            if (callee.type().paramTypes().stream().anyMatch(Copying::containsBorrow)) {
                throw new NotBuiltException("an `async` function that borrows a resource");
            }
            return new Step.AdaptTrees(
                    caller,
                    callee,
                    entered,
                    caller.async()
                            ? Signatures.ofAsyncLower(callee.type())
                            : Signatures.of(callee.type(), Flattening.Context.LOWER));
        }
        Optional<AdapterClass> adapter = typedLinks ? adapters.compile(callee, caller) : Optional.empty();
        return adapter.<Step.MakeFunction>map(compiled -> new Step.Adapt(caller, callee, entered, compiled))
                .orElseGet(() -> new Step.AdaptTrees(
                        caller, callee, entered, Signatures.of(callee.type(), Flattening.Context.LOWER)));
    }

    /** The callee and those around it, less the caller and those around it (CanonicalABI.md, "entering_set"). */
    private List<Integer> entered(int callee, int caller) {
        List<Integer> around = selfAndAncestors(caller);
        return selfAndAncestors(callee).stream()
                .filter(component -> !around.contains(component))
                .toList();
    }

    private List<Integer> selfAndAncestors(int component) {
        var result = new ArrayList<Integer>();
        for (int at = component; at >= 0; at = components.get(at).parent()) {
            result.add(at);
        }
        return result;
    }

    private void addFunction(Scope scope, Step.MakeFunction step) {
        steps.add(step);
        scope.addCore(Sort.CORE_FUNC, new CoreSource.Generated(functions++));
    }
}
