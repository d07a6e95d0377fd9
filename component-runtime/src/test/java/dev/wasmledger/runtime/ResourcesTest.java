package dev.wasmledger.runtime;

import static dev.wasmledger.runtime.CoreWasm.bytes;
import static dev.wasmledger.runtime.CoreWasm.call;
import static dev.wasmledger.runtime.CoreWasm.constant;
import static dev.wasmledger.runtime.CoreWasm.local;
import static dev.wasmledger.runtime.CoreWasm.op;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.FuncTypeDef;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.LabeledType;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.model.ValTypeRef;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.runtime.dynamic.Val;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Resources between a component and the host, in both directions, through the dynamic API. */
class ResourcesTest {

    private static final String THINGS = "host:res/things";
    private static final byte[] STORE = op(0x36, 2, 0);
    private static final byte[] LOAD = op(0x28, 2, 0);

    /** What the host's handles stand for. */
    private record Thing(int number) {}

    private final List<Thing> dropped = new ArrayList<>();

    @Test
    void hostObjectsPassThroughAComponentAndAreDestroyedOnce() {
        try (Instance instance = linker().instantiate(Component.load(user().toBytes()))) {
            Object thing =
                    ((Val.Handle) invoke(instance, "make", new Val.U32(7)).orElseThrow()).resource();
            assertThat(thing).isEqualTo(new Thing(7));
            assertThat(invoke(instance, "peek", new Val.Handle(thing))).hasValue(new Val.U32(7));
            assertThat(dropped).isEmpty();
            assertThat(invoke(instance, "use", new Val.Handle(thing))).hasValue(new Val.U32(7));
            assertThat(dropped).containsExactly(new Thing(7));
        }
    }

    @Test
    void aBorrowThatIsKeptTraps() {
        Instance instance = linker().instantiate(Component.load(user().toBytes()));
        assertThatThrownBy(() -> invoke(instance, "keep", new Val.Handle(new Thing(1))))
                .isInstanceOf(Trap.class)
                .hasMessage("root, in keep: borrow handles still remain at the end of the call");
    }

    @Test
    void aHandleOfAnotherKindIsRefusedBeforeAnythingRuns() {
        try (Instance instance = linker().instantiate(Component.load(user().toBytes()))) {
            assertThatThrownBy(() -> invoke(instance, "use", new Val.Handle("a string")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("argument a must be of type own<thing>");
            assertThat(invoke(instance, "use", new Val.Handle(new Thing(3)))).hasValue(new Val.U32(3));
        }
    }

    @Test
    void aResourceTypeThatNobodyProvidesIsNamed() {
        assertThatThrownBy(() -> new Linker().instantiate(Component.load(user().toBytes())))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("resource type host:res/things#thing is not provided")
                .hasMessageContaining("import host:res/things#[method]thing.get is not provided");
    }

    @Test
    void aComponentsResourceIsDestroyedWhenTheHostClosesIt() {
        try (Instance instance =
                new Linker().instantiate(Component.load(definer().toBytes()))) {
            GuestResource resource = made(instance, 41);
            assertThat(invoke(instance, "get", new Val.Handle(resource))).hasValue(new Val.U32(41));
            assertThat(invoke(instance, "destroyed")).hasValue(new Val.U32(0));
            resource.close();
            resource.close();
            assertThat(invoke(instance, "destroyed")).hasValue(new Val.U32(41));
            assertThat(resource.isOwned()).isFalse();
        }
    }

    @Test
    void aResourceGivenAwayIsGone() {
        try (Instance instance =
                new Linker().instantiate(Component.load(definer().toBytes()))) {
            GuestResource resource = made(instance, 5);
            assertThat(invoke(instance, "take", new Val.Handle(resource))).hasValue(new Val.U32(5));
            assertThat(resource.isOwned()).isFalse();
            assertThatThrownBy(() -> invoke(instance, "get", new Val.Handle(resource)))
                    .isInstanceOf(IllegalArgumentException.class);
            resource.close();
            assertThat(invoke(instance, "destroyed")).hasValue(new Val.U32(0));
        }
    }

    @Test
    void aResourceOfAnotherInstanceIsRefused() {
        Component component = Component.load(definer().toBytes());
        try (Instance one = new Linker().instantiate(component);
                Instance other = new Linker().instantiate(component)) {
            GuestResource resource = made(one, 5);
            assertThatThrownBy(() -> invoke(other, "get", new Val.Handle(resource)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(invoke(one, "get", new Val.Handle(resource))).hasValue(new Val.U32(5));
        }
    }

    private static GuestResource made(Instance instance, int number) {
        return (GuestResource)
                ((Val.Handle) invoke(instance, "new", new Val.U32(number)).orElseThrow()).resource();
    }

    private static Optional<Val> invoke(Instance instance, String function, Val... arguments) {
        return instance.function(function).orElseThrow().call(List.of(arguments));
    }

    private Linker linker() {
        var linker = new Linker();
        linker.provideResource(THINGS, "thing", Thing.class, dropped::add);
        var thing = new ResourceType("thing");
        ValType u32 = new PrimValType(Primitive.U32);
        linker.provideFunction(
                THINGS,
                "[constructor]thing",
                new FuncType(false, List.of(new Field("n", u32)), Optional.of(new OwnType(thing))),
                arguments -> Optional.of(new Val.Handle(new Thing(((Val.U32) arguments.getFirst()).value()))));
        linker.provideFunction(
                THINGS,
                "[method]thing.get",
                new FuncType(false, List.of(new Field("self", new BorrowType(thing))), Optional.of(u32)),
                arguments ->
                        Optional.of(new Val.U32(((Thing) ((Val.Handle) arguments.getFirst()).resource()).number())));
        return linker;
    }

    /** Imports a resource type of the host. */
    private static TestComponent user() {
        var component = new TestComponent();
        int things = component.importInstance(THINGS, component.type(new InstanceTypeDef(thingsType())));
        int thing = component.aliasType(things, "thing");
        int host = component.coreInstanceOf(Map.of(
                "new", component.lower(component.aliasFunction(things, "[constructor]thing")),
                "get", component.lower(component.aliasFunction(things, "[method]thing.get")),
                "drop", component.resourceBuiltin(CanonBuiltin.RESOURCE_DROP, thing)));
        byte[] getAndDrop = bytes(local(0), call(1), local(0), call(2));
        int core = component.coreInstance(
                component.coreModule(new CoreWasm()
                        .importFunction("host", "new", "I", "I")
                        .importFunction("host", "get", "I", "I")
                        .importFunction("host", "drop", "I", "")
                        .function("make", "I", "I", local(0), call(0))
                        .function("use", "I", "I", getAndDrop)
                        .function("peek", "I", "I", getAndDrop)
                        .function("keep", "I", "")),
                Map.of("host", host));
        ValTypeRef own = TestComponent.defined(component.type(new ValTypeDef.OwnDef(new Index.Type(thing))));
        ValTypeRef borrow = TestComponent.defined(component.type(new ValTypeDef.BorrowDef(new Index.Type(thing))));
        ValTypeRef u32 = TestComponent.of(Primitive.U32);
        component.exportLifted(core, "make", component.functionType(Optional.of(own), u32));
        component.exportLifted(core, "use", component.functionType(Optional.of(u32), own));
        component.exportLifted(core, "peek", component.functionType(Optional.of(u32), borrow));
        component.exportLifted(core, "keep", component.functionType(Optional.empty(), borrow));
        return component;
    }

    private static List<Declarator> thingsType() {
        ValTypeRef u32 = TestComponent.of(Primitive.U32);
        return List.of(
                new ExportDecl(ExternName.of("thing"), new ExternDesc.SubResource()),
                new ValTypeDef.OwnDef(new Index.Type(0)),
                new FuncTypeDef(false, List.of(new LabeledType("n", u32)), Optional.of(TestComponent.defined(1))),
                new ExportDecl(ExternName.of("[constructor]thing"), new ExternDesc.Func(new Index.Type(2))),
                new ValTypeDef.BorrowDef(new Index.Type(0)),
                new FuncTypeDef(false, List.of(new LabeledType("self", TestComponent.defined(3))), Optional.of(u32)),
                new ExportDecl(ExternName.of("[method]thing.get"), new ExternDesc.Func(new Index.Type(4))));
    }

    /** Defines a resource type, whose destructor remembers the representation. */
    private static TestComponent definer() {
        var component = new TestComponent();
        int memory = component.coreInstance(
                component.coreModule(new CoreWasm()
                        .memory(1)
                        .function("destroy", "I", "", constant(0), local(0), STORE)
                        .function("destroyed", "", "I", constant(0), LOAD)),
                Map.of());
        int destructor = component.aliasCore(Sort.CORE_FUNC, memory, "destroy");
        int resource =
                component.type(new ResourceTypeDef(CoreNumType.I32, Optional.of(new Index.CoreFunc(destructor))));
        int builtins = component.coreInstanceOf(Map.of(
                "new", component.resourceBuiltin(CanonBuiltin.RESOURCE_NEW, resource),
                "rep", component.resourceBuiltin(CanonBuiltin.RESOURCE_REP, resource)));
        int core = component.coreInstance(
                component.coreModule(new CoreWasm()
                        .importFunction("builtins", "new", "I", "I")
                        .importFunction("builtins", "rep", "I", "I")
                        .function("new", "I", "I", local(0), call(0))
                        .function("take", "I", "I", local(0), call(1))
                        .function("get", "I", "I", local(0))),
                Map.of("builtins", builtins));
        int exported = component.exportType("res", resource);
        ValTypeRef own = TestComponent.defined(component.type(new ValTypeDef.OwnDef(new Index.Type(exported))));
        ValTypeRef borrow = TestComponent.defined(component.type(new ValTypeDef.BorrowDef(new Index.Type(exported))));
        ValTypeRef u32 = TestComponent.of(Primitive.U32);
        component.exportLifted(core, "new", component.functionType(Optional.of(own), u32));
        component.exportLifted(core, "take", component.functionType(Optional.of(u32), own));
        component.exportLifted(core, "get", component.functionType(Optional.of(u32), borrow));
        component.exportLifted(memory, "destroyed", component.functionType(Optional.of(u32)));
        return component;
    }
}
