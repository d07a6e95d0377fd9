package dev.wasmledger.runtime;

import static dev.wasmledger.runtime.CoreWasm.call;
import static dev.wasmledger.runtime.CoreWasm.constant;
import static dev.wasmledger.runtime.CoreWasm.local;
import static dev.wasmledger.runtime.CoreWasm.op;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.runtime.abi.BoundInterface;
import dev.wasmledger.runtime.abi.CanonicalOptions;
import dev.wasmledger.runtime.abi.Checks;
import dev.wasmledger.runtime.abi.CoreFunction;
import dev.wasmledger.runtime.abi.ExportCall;
import dev.wasmledger.runtime.abi.Slice;
import dev.wasmledger.runtime.abi.Strings;
import dev.wasmledger.runtime.dynamic.Val;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a guest does, the host gets a trap that says who did what; the host's other instances go on. */
class HostileGuestTest {

    private static final byte[] UNREACHABLE = op(0x00);
    private static final byte[] LOOP_FOR_EVER = op(0x03, 0x40, 0x0c, 0x00, 0x0b, 0x00);

    /** What the guests below export. */
    public interface Guest {
        @CoreFunction(name = "run", type = "func() -> u32")
        int run();
    }

    /** A guest that takes a string. */
    public interface Listener {
        @CoreFunction(name = "hear", type = "func(a: string)")
        void hear(int pointer, int length);
    }

    /** A guest that gives a string. */
    public interface Speaker {
        @CoreFunction(name = "say", type = "func() -> string")
        int say();
    }

    /** What the host provides. */
    public interface Host {
        @CoreFunction(name = "ask", type = "func() -> u32")
        int ask(CanonicalOptions options);
    }

    @ParameterizedTest
    @EnumSource
    void unreachable(Execution execution) {
        Trap trap = trapOf(guest(UNREACHABLE), execution);
        assertThat(trap.reason()).isEqualTo("unreachable");
        assertThat(trap.componentPath()).isEqualTo("root");
        assertThat(trap.function()).hasValue("run");
    }

    @ParameterizedTest
    @EnumSource
    void endlessLoopStopsAtItsTimeLimit(Execution execution) {
        var linker = new Linker().withLimits(Limits.defaults().withTime(Duration.ofMillis(50)));
        Instance instance = linker.instantiate(load(guest(LOOP_FOR_EVER), execution));
        assertThatThrownBy(() -> run(instance))
                .isInstanceOf(Trap.class)
                .hasMessage("root, in run: time limit of 50 ms exceeded");
        Instance other = linker.instantiate(load(guest(constant(7)), execution));
        assertThat(run(other)).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void endlessRecursion(Execution execution) {
        assertThat(trapOf(guest(call(0)), execution).reason()).startsWith("call depth limit");
    }

    @ParameterizedTest
    @EnumSource
    void recursionEndsAtTheLimitOfCallDepth(Execution execution) {
        var linker = new Linker().withLimits(Limits.defaults().withCallDepth(100));
        assertThat(descend(linker.instantiate(load(descender(), execution)), 99))
                .isEqualTo(99);
        Instance instance = linker.instantiate(load(descender(), execution));
        assertThatThrownBy(() -> descend(instance, 100))
                .isInstanceOf(Trap.class)
                .hasMessage("root, in descend: call depth limit of 100 exceeded");
        assertThatThrownBy(() -> descend(instance, 1)).hasMessageContaining("locked down since a trap");
    }

    @ParameterizedTest
    @EnumSource
    void callDepthIsThatOfAllComponentsTogether(Execution execution) {
        var root = new TestComponent();
        int type = root.functionType(Optional.of(TestComponent.of(Primitive.U32)), TestComponent.of(Primitive.U32));
        int inner = root.instance(root.component(descender()), Map.of());
        int imports = root.coreInstanceOf("descend", root.lower(root.aliasFunction(inner, "descend")));
        var core = new CoreWasm()
                .importFunction("inner", "descend", "I", "I")
                .function("descend", "I", "I", local(0), call(0), op(0x1a), local(0), call(0));
        int outer = root.coreInstance(root.coreModule(core), Map.of("inner", imports));
        root.exportLifted(outer, "descend", type);
        var linker = new Linker().withLimits(Limits.defaults().withCallDepth(100));
        // The function, its import, and the inner one with its 97 calls; the second time as well.
        assertThat(descend(linker.instantiate(load(root, execution)), 97)).isEqualTo(97);
        assertThatThrownBy(() -> descend(linker.instantiate(load(root, execution)), 98))
                .hasMessage("root/instance0, in descend: call depth limit of 100 exceeded");
    }

    @ParameterizedTest
    @EnumSource
    void memoryOutOfBounds(Execution execution) {
        byte[] load = CoreWasm.bytes(constant(65_533), op(0x28, 0x02, 0x00));
        assertThat(trapOf(guest(load), execution).reason()).startsWith("out of bounds memory access");
    }

    @ParameterizedTest
    @EnumSource
    void growingBeyondTheLimitTraps(Execution execution) {
        byte[] grow = CoreWasm.bytes(constant(3), op(0x40, 0x00));
        var linker = new Linker().withLimits(Limits.defaults().withMemoryPages(3));
        Instance instance = linker.instantiate(load(guest(grow), execution));
        assertThatThrownBy(() -> run(instance))
                .isInstanceOf(Trap.class)
                .hasMessage("root, in run: memory limit of 3 pages exceeded: 4 are asked for");
        assertThat(run(linker.instantiate(load(guest(constant(7)), execution)))).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void growingBeyondTheModulesOwnMaximumIsRefused(Execution execution) {
        byte[] grow = CoreWasm.bytes(constant(3), op(0x40, 0x00));
        assertThat(run(new Linker().instantiate(load(guest(new CoreWasm().memory(1, 2), grow), execution))))
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void startingBeyondTheLimitTraps(Execution execution) {
        var linker = new Linker().withLimits(Limits.defaults().withMemoryPages(0));
        Component component = load(guest(constant(0)), execution);
        assertThatThrownBy(() -> linker.instantiate(component))
                .isInstanceOf(Trap.class)
                .hasMessage("root: memory limit of 0 pages exceeded: a core module asks for 1");
    }

    @ParameterizedTest
    @EnumSource
    void growingATableBeyondTheLimitTraps(Execution execution) {
        byte[] grow = CoreWasm.bytes(op(0xd0, 0x70), constant(100), op(0xfc, 0x0f, 0x00));
        var linker = new Linker().withLimits(Limits.defaults().withTableElements(50));
        Instance instance = linker.instantiate(load(guest(new CoreWasm().table(1), grow), execution));
        assertThatThrownBy(() -> run(instance))
                .isInstanceOf(Trap.class)
                .hasMessage("root, in run: table limit of 50 elements exceeded: 101 are asked for");
    }

    @ParameterizedTest
    @EnumSource
    void moreCoreInstancesThanTheLimitTrap(Execution execution) {
        var linker = new Linker().withLimits(Limits.defaults().withCoreInstances(0));
        Component component = load(guest(constant(0)), execution);
        assertThatThrownBy(() -> linker.instantiate(component))
                .isInstanceOf(Trap.class)
                .hasMessage("root: instance limit of 0 core instances exceeded: the component consists of 1");
    }

    @ParameterizedTest
    @EnumSource
    void leakingHandlesEndsAtTheLimit(Execution execution) {
        // loop: resource.new(0), drop the handle's number, again
        byte[] leak = CoreWasm.bytes(op(0x03, 0x40), constant(0), call(0), op(0x1a, 0x0c, 0x00, 0x0b, 0x00));
        var linker = new Linker().withLimits(Limits.defaults().withResources(1000));
        Instance instance = linker.instantiate(load(resourceGuest(leak, op()), execution));
        assertThatThrownBy(() -> run(instance))
                .isInstanceOf(Trap.class)
                .hasMessage("root, in run: resource limit of 1000 handles exceeded");
    }

    @ParameterizedTest
    @EnumSource
    void droppingTwice(Execution execution) {
        byte[] twice = CoreWasm.bytes(constant(0), call(0), call(1), constant(1), call(1), constant(0));
        Instance instance = new Linker().instantiate(load(resourceGuest(twice, op()), execution));
        assertThatThrownBy(() -> run(instance))
                .isInstanceOf(Trap.class)
                .hasMessage("root, in run: unknown handle index 1");
    }

    @ParameterizedTest
    @EnumSource
    void trapInADestructor(Execution execution) {
        byte[] drop = CoreWasm.bytes(constant(0), call(0), call(1), constant(0));
        Instance instance = new Linker().instantiate(load(resourceGuest(drop, UNREACHABLE), execution));
        assertThatThrownBy(() -> run(instance)).isInstanceOf(Trap.class).hasMessage("root, in destructor: unreachable");
    }

    @ParameterizedTest
    @EnumSource
    void loopInADestructorStopsAtTheTimeLimit(Execution execution) {
        byte[] drop = CoreWasm.bytes(constant(0), call(0), call(1), constant(0));
        var linker = new Linker().withLimits(Limits.defaults().withTime(Duration.ofMillis(50)));
        Instance instance = linker.instantiate(load(resourceGuest(drop, LOOP_FOR_EVER), execution));
        assertThatThrownBy(() -> run(instance))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("time limit of 50 ms exceeded");
    }

    @ParameterizedTest
    @EnumSource
    void trapInPostReturn(Execution execution) {
        var component = new TestComponent();
        var core =
                new CoreWasm().memory(1).function("run", "", "I", constant(7)).function("after", "I", "", UNREACHABLE);
        int instance = component.coreInstance(component.coreModule(core), Map.of());
        component.exportLifted(
                instance,
                "run",
                component.functionType(Optional.of(TestComponent.of(Primitive.U32))),
                new CanonOpt.PostReturn(new Index.CoreFunc(component.aliasCore(Sort.CORE_FUNC, instance, "after"))));
        Instance running = new Linker().instantiate(load(component, execution));
        assertThatThrownBy(() -> running.function("run").orElseThrow().call(List.of()))
                .isInstanceOf(Trap.class)
                .hasMessage("root, in run: unreachable");
    }

    @ParameterizedTest
    @EnumSource
    void closingGivesTheMemoryBack(Execution execution) {
        Instance instance = new Linker().instantiate(load(speaker(24, 7), execution));
        ExportCall call = instance.bind("$root", Speaker.class).call("say");
        assertThat(call.memory().byteSize()).isEqualTo(65_536);
        instance.close();
        assertThat(call.memory().byteSize()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void coreStackNamesFunctionsAndInstructions(Execution execution) {
        byte[] nop = op(0x01);
        var core = new CoreWasm()
                .memory(1)
                .function("boom", "", "I", nop, nop, constant(-1), op(0x28, 0x02, 0x00))
                .function("run", "", "I", nop, call(0))
                .nameFunction(0, "deep_inside");
        Trap trap = trapOf(guest(core), execution);
        assertThat(trap.coreStack()).extracting(CoreFrame::function).containsExactly(0, 1);
        assertThat(trap.coreStack())
                .extracting(CoreFrame::name)
                .containsExactly(Optional.of("deep_inside"), Optional.empty());
        assertThat(trap.coreStack())
                .extracting(CoreFrame::offset)
                .containsExactly(offsetOf(op(0x28, 0x02, 0x00, 0x0b), core), offsetOf(op(0x10, 0x00, 0x0b), core));
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatIsGivenUpLeavesTheInstanceUsable(Execution execution) {
        Instance instance = linkerWithHost(options -> 0).instantiate(load(listener(constant(0)), execution));
        ExportCall call = instance.bind("$root", Listener.class).call("hear");
        call.enter();
        var wrong = catchThrowableOfType(IllegalArgumentException.class, () -> Strings.lower(call, "\ud800"));
        assertThat(call.abandon(wrong)).isSameAs(wrong);
        hear(instance, "hello");
    }

    @ParameterizedTest
    @EnumSource
    void aTrapWithoutAPlaceGetsOneWhereTheCallIsGivenUp(Execution execution) {
        Instance instance = new Linker().instantiate(load(guest(constant(7)), execution));
        ExportCall call = instance.bind("$root", Guest.class).call("run");
        call.enter();
        var trap = catchThrowableOfType(Trap.class, () -> Checks.discriminant(9, 2));
        assertThat(call.abandon(trap)).hasMessage("root, in run: no case has the discriminant 9");
        assertThatThrownBy(() -> run(instance)).hasMessageContaining("locked down since a trap");
    }

    @ParameterizedTest
    @EnumSource
    void afterATrapTheInstanceIsLockedDown(Execution execution) {
        Instance instance = new Linker().instantiate(load(guest(UNREACHABLE), execution));
        assertThatThrownBy(() -> run(instance)).hasMessageContaining("unreachable");
        assertThatThrownBy(() -> run(instance))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("locked down since a trap")
                .cause()
                .hasMessage("root, in run: unreachable");
    }

    @ParameterizedTest
    @EnumSource
    void afterClosingEveryCallTraps(Execution execution) {
        Instance instance = new Linker().instantiate(load(guest(constant(1)), execution));
        instance.close();
        assertThatThrownBy(() -> run(instance))
                .isInstanceOf(Trap.class)
                .hasRootCauseMessage("root: the instance is closed");
    }

    @ParameterizedTest
    @EnumSource
    void failingHostFunction(Execution execution) {
        var failure = new IllegalStateException("disk full");
        Instance instance = linkerWithHost(options -> {
                    throw failure;
                })
                .instantiate(load(guestThatAsks(), execution));
        Trap trap = catchThrowableOfType(Trap.class, () -> run(instance));
        assertThat(trap.reason()).isEqualTo("host function ask failed: java.lang.IllegalStateException: disk full");
        assertThat(trap).hasCause(failure);
    }

    @ParameterizedTest
    @EnumSource
    void hostMayNotCallBackIntoItsCaller(Execution execution) {
        var instance = new Instance[1];
        instance[0] = linkerWithHost(options -> run(instance[0])).instantiate(load(guestThatAsks(), execution));
        assertThatThrownBy(() -> run(instance[0]))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("cannot enter component instance");
    }

    @ParameterizedTest
    @EnumSource
    void callingOutWithinRealloc(Execution execution) {
        // realloc asks the host, which the component may not do while its memory is being allocated.
        byte[] realloc = CoreWasm.bytes(call(0));
        Instance instance = linkerWithHost(options -> 0).instantiate(load(listener(realloc), execution));
        assertThatThrownBy(() -> hear(instance, "hello"))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("cannot leave component instance");
    }

    @ParameterizedTest
    @EnumSource
    void reallocBeyondTheMemory(Execution execution) {
        Instance instance = linkerWithHost(options -> 0).instantiate(load(listener(constant(65_535)), execution));
        assertThatThrownBy(() -> hear(instance, "hello"))
                .isInstanceOf(Trap.class)
                .hasMessage("root, in hear: realloc return: beyond end of memory: 5 bytes at 65535");
    }

    @ParameterizedTest
    @EnumSource
    void stringBeyondTheMemory(Execution execution) {
        Instance instance = new Linker().instantiate(load(speaker(0xffff_fff0, 4), execution));
        assertThatThrownBy(() -> say(instance)).isInstanceOf(Trap.class).hasMessageContaining("out of bounds");
    }

    @ParameterizedTest
    @EnumSource
    void stringThatIsNoUtf8(Execution execution) {
        Instance instance = new Linker().instantiate(load(speaker(16, 2), execution));
        assertThatThrownBy(() -> say(instance)).isInstanceOf(Trap.class).hasMessageContaining("utf-8");
    }

    @ParameterizedTest
    @EnumSource
    void innermostComponentIsNamed(Execution execution) {
        var root = new TestComponent();
        int inner = root.instance(root.component(guest(UNREACHABLE)), Map.of());
        int imports = root.coreInstanceOf("run", root.lower(root.aliasFunction(inner, "run")));
        var core = new CoreWasm().importFunction("inner", "run", "", "I").function("outer-run", "", "I", call(0));
        int outer = root.coreInstance(root.coreModule(core), Map.of("inner", imports));
        int type = root.functionType(Optional.of(TestComponent.of(Primitive.U32)));
        root.exportFunction("run", root.lift(root.aliasCore(Sort.CORE_FUNC, outer, "outer-run"), type));

        Trap trap = trapOf(root, execution);
        assertThat(trap).hasMessage("root/instance0, in run: unreachable");
        assertThat(trap.componentPath()).isEqualTo("root/instance0");
    }

    private static long offsetOf(byte[] code, CoreWasm module) {
        String bytes = new String(module.toBytes(), StandardCharsets.ISO_8859_1);
        return bytes.indexOf(new String(code, StandardCharsets.ISO_8859_1));
    }

    /** Calls itself as often as its argument says, and gives that number. */
    private static TestComponent descender() {
        var component = new TestComponent();
        var core = new CoreWasm()
                .function(
                        "descend",
                        "I",
                        "I",
                        // n == 0 ? 0 : descend(n - 1) + 1
                        local(0),
                        op(0x04, 0x7f),
                        local(0),
                        constant(1),
                        op(0x6b),
                        call(0),
                        constant(1),
                        op(0x6a, 0x05),
                        constant(0),
                        op(0x0b));
        int instance = component.coreInstance(component.coreModule(core), Map.of());
        component.exportLifted(
                instance,
                "descend",
                component.functionType(Optional.of(TestComponent.of(Primitive.U32)), TestComponent.of(Primitive.U32)));
        return component;
    }

    private static int descend(Instance instance, int depth) {
        var result = instance.function("descend").orElseThrow().call(List.of(new Val.U32(depth)));
        return ((Val.U32) result.orElseThrow()).value();
    }

    private static Trap trapOf(TestComponent guest, Execution execution) {
        Instance instance = new Linker().instantiate(load(guest, execution));
        return catchThrowableOfType(Trap.class, () -> run(instance));
    }

    private static Component load(TestComponent component, Execution execution) {
        return Component.load("guest", component.toBytes(), execution);
    }

    private static int run(Instance instance) {
        BoundInterface<Guest> guest = instance.bind("$root", Guest.class);
        ExportCall call = guest.call("run");
        call.enter();
        int result = guest.core().run();
        call.leave();
        return result;
    }

    private static void hear(Instance instance, String text) {
        BoundInterface<Listener> listener = instance.bind("$root", Listener.class);
        ExportCall call = listener.call("hear");
        call.enter();
        long slice = Strings.lower(call, text);
        listener.core().hear(Slice.pointer(slice), Slice.length(slice));
        call.leave();
    }

    private static String say(Instance instance) {
        BoundInterface<Speaker> speaker = instance.bind("$root", Speaker.class);
        ExportCall call = speaker.call("say");
        call.enter();
        int area = speaker.core().say();
        String said = Strings.lift(call, call.memory().getLong(area));
        call.leave();
        return said;
    }

    private static Linker linkerWithHost(Host host) {
        var linker = new Linker();
        linker.provide("$root", Host.class, host);
        return linker;
    }

    private static TestComponent guest(byte[] code) {
        return guest(new CoreWasm().memory(1), code);
    }

    private static TestComponent guest(CoreWasm core, byte[] code) {
        return guest(core.function("run", "", "I", code));
    }

    private static TestComponent guest(CoreWasm core) {
        var component = new TestComponent();
        int module = component.coreModule(core);
        int instance = component.coreInstance(module, Map.of());
        component.exportLifted(instance, "run", component.functionType(Optional.of(TestComponent.of(Primitive.U32))));
        return component;
    }

    /** Its code may call resource.new as function 0 and resource.drop as function 1. */
    private static TestComponent resourceGuest(byte[] code, byte[] destructor) {
        var component = new TestComponent();
        int destroyer = component.coreInstance(
                component.coreModule(new CoreWasm().function("destroy", "I", "", destructor)), Map.of());
        int destroy = component.aliasCore(Sort.CORE_FUNC, destroyer, "destroy");
        int resource = component.type(new ResourceTypeDef(CoreNumType.I32, Optional.of(new Index.CoreFunc(destroy))));
        int builtins = component.coreInstanceOf(Map.of(
                "new", component.resourceBuiltin(CanonBuiltin.RESOURCE_NEW, resource),
                "drop", component.resourceBuiltin(CanonBuiltin.RESOURCE_DROP, resource)));
        var core = new CoreWasm()
                .importFunction("builtins", "new", "I", "I")
                .importFunction("builtins", "drop", "I", "")
                .function("run", "", "I", code);
        int instance = component.coreInstance(component.coreModule(core), Map.of("builtins", builtins));
        component.exportLifted(instance, "run", component.functionType(Optional.of(TestComponent.of(Primitive.U32))));
        return component;
    }

    private static TestComponent guestThatAsks() {
        var component = new TestComponent();
        int type = component.functionType(Optional.of(TestComponent.of(Primitive.U32)));
        int host = component.coreInstanceOf("ask", component.lower(component.importFunction("ask", type)));
        var core = new CoreWasm().importFunction("host", "ask", "", "I").function("run", "", "I", call(0));
        int instance = component.coreInstance(component.coreModule(core), Map.of("host", host));
        component.exportLifted(instance, "run", type);
        return component;
    }

    private static TestComponent listener(byte[] realloc) {
        var component = new TestComponent();
        int asks = component.functionType(Optional.of(TestComponent.of(Primitive.U32)));
        int host = component.coreInstanceOf("ask", component.lower(component.importFunction("ask", asks)));
        var core = new CoreWasm()
                .importFunction("host", "ask", "", "I")
                .memory(1)
                .function("realloc", "IIII", "I", realloc)
                .function("hear", "II", "", op());
        int instance = component.coreInstance(component.coreModule(core), Map.of("host", host));
        int hears = component.functionType(Optional.empty(), TestComponent.of(Primitive.STRING));
        component.exportLifted(
                instance,
                "hear",
                hears,
                new CanonOpt.Memory(new Index.CoreMemory(component.aliasCore(Sort.CORE_MEMORY, instance, "memory"))),
                new CanonOpt.Realloc(new Index.CoreFunc(component.aliasCore(Sort.CORE_FUNC, instance, "realloc"))));
        return component;
    }

    /** Gives the string at that pointer; at 16 lies what is no UTF-8. */
    private static TestComponent speaker(int pointer, int length) {
        var component = new TestComponent();
        var core = new CoreWasm()
                .memory(1)
                .data(0, littleEndian(pointer, length))
                .data(16, new byte[] {(byte) 0xc3, '('})
                .data(24, "padding".getBytes(StandardCharsets.UTF_8))
                .function("say", "", "I", constant(0));
        int instance = component.coreInstance(component.coreModule(core), Map.of());
        component.exportLifted(
                instance,
                "say",
                component.functionType(Optional.of(TestComponent.of(Primitive.STRING))),
                new CanonOpt.Memory(new Index.CoreMemory(component.aliasCore(Sort.CORE_MEMORY, instance, "memory"))));
        return component;
    }

    private static byte[] littleEndian(int first, int second) {
        return java.nio.ByteBuffer.allocate(8)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(first)
                .putInt(second)
                .array();
    }
}
