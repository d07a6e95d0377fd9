package dev.wasmledger.runtime;

import static dev.wasmledger.runtime.CoreWasm.call;
import static dev.wasmledger.runtime.CoreWasm.constant;
import static dev.wasmledger.runtime.CoreWasm.local;
import static dev.wasmledger.runtime.CoreWasm.op;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.model.ValTypeRef;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.runtime.dynamic.Func;
import dev.wasmledger.runtime.dynamic.Val;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random values of random types go from the host into one component, from there into a second one with other string
 * encodings, and all the way back. Padding makes each value too large for core parameters, so that both components can
 * hand on a pointer without knowing the type.
 */
class EchoThroughTwoComponentsTest {

    private static final List<CanonOpt.Encoding> ENCODINGS = List.of(CanonOpt.Encoding.values());
    private static final int SEEDS = 150;
    private static final int VALUES = 10;
    private static final int PADDING = 17;
    private static final int RESULT_AREA = 16;

    /** {@code realloc} that only ever takes more; address 0 holds where the free memory begins. */
    private static final byte[] BUMP = CoreWasm.bytes(
            // align := (mem[0] + align - 1) & -align
            constant(0),
            op(0x28, 0x02, 0x00),
            local(2),
            op(0x6a),
            constant(1),
            op(0x6b),
            constant(0),
            local(2),
            op(0x6b),
            op(0x71),
            op(0x21, 0x02),
            // mem[0] := align + newSize
            constant(0),
            local(2),
            local(3),
            op(0x6a),
            op(0x36, 0x02, 0x00),
            // copy what was there
            local(2),
            local(0),
            local(1),
            op(0xfc, 0x0a, 0x00, 0x00),
            local(2));

    static Stream<Arguments> cases() {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> Arguments.of(
                        seed,
                        ENCODINGS.get((int) (seed % 3)),
                        ENCODINGS.get((int) (seed / 3 % 3)),
                        // The interpreter makes up for no speed that it would show here.
                        switch ((int) (seed % 10)) {
                            case 0 -> Execution.INTERPRETED;
                            case 1, 2, 3 -> Execution.UNLINKED;
                            default -> Execution.COMPILED;
                        }));
    }

    @ParameterizedTest(name = "seed {0}, {1} to {2}, {3}")
    @MethodSource("cases")
    void comesBackUnchanged(
            long seed, CanonOpt.Encoding outerEncoding, CanonOpt.Encoding innerEncoding, Execution execution) {
        var inner = new TestComponent();
        RandomValues.Typed innerType = new RandomValues(seed, inner).type();
        innerEcho(inner, innerType.type(), innerEncoding);

        var root = new TestComponent();
        int instance = root.instance(root.component(inner), Map.of());
        RandomValues.Typed type = new RandomValues(seed, root).type();
        outerEcho(root, instance, type.type(), outerEncoding);

        try (Instance running = new Linker().instantiate(load(root, execution))) {
            Func echo = running.function("echo").orElseThrow();
            for (int i = 0; i < VALUES; i++) {
                Val sent = padded(type.values().get());
                assertThat(echo.call(List.of(sent))).hasValue(sent);
            }
        }
    }

    /** One JVM method cannot hold the link for it, so the call goes through the host instead. */
    @Test
    void aTypeThatIsTooLargeForALinkComesBackAsWell() {
        Val texts =
                new Val.Tuple(Collections.nCopies(4, new Val.Tuple(Collections.nCopies(900, new Val.Str("größe")))));
        var inner = new TestComponent();
        innerEcho(inner, texts(inner), CanonOpt.Encoding.UTF8);
        var root = new TestComponent();
        int instance = root.instance(root.component(inner), Map.of());
        outerEcho(root, instance, texts(root), CanonOpt.Encoding.UTF16);
        try (Instance running = new Linker().instantiate(Component.load(root.toBytes()))) {
            Val sent = padded(texts);
            assertThat(running.function("echo").orElseThrow().call(List.of(sent)))
                    .hasValue(sent);
        }
    }

    private static ValTypeRef texts(TestComponent component) {
        ValTypeRef row = tuple(component, 900, TestComponent.of(Primitive.STRING));
        return tuple(component, 4, row);
    }

    private static ValTypeRef tuple(TestComponent component, int count, ValTypeRef type) {
        return TestComponent.defined(component.type(new ValTypeDef.TupleDef(Collections.nCopies(count, type))));
    }

    /** Lists of fixed length are gated. */
    private static Component load(TestComponent component, Execution execution) {
        return Component.of(
                ComponentValidator.validate("echo", ComponentDecoder.decode("echo", component.toBytes()), Features.ALL),
                execution);
    }

    private static Val padded(Val value) {
        var values = new ArrayList<Val>(List.of(value));
        values.addAll(Collections.nCopies(PADDING, new Val.U8((byte) 7)));
        return new Val.Tuple(values);
    }

    private static ValTypeRef padded(TestComponent component, ValTypeRef type) {
        var types = new ArrayList<>(List.of(type));
        types.addAll(Collections.nCopies(PADDING, TestComponent.of(Primitive.U8)));
        return TestComponent.defined(component.type(new ValTypeDef.TupleDef(types)));
    }

    /** Gives back the pointer that it gets. */
    private static void innerEcho(TestComponent component, ValTypeRef type, CanonOpt.Encoding encoding) {
        var core = allocating().function("echo", "I", "I", local(0));
        int instance = component.coreInstance(component.coreModule(core), Map.of());
        ValTypeRef padded = padded(component, type);
        component.exportLifted(
                instance,
                "echo",
                component.functionType(Optional.of(padded), padded),
                options(component, instance, encoding));
    }

    /** Calls the inner one with the pointer that it gets, and gives what that writes to a fixed place. */
    private static void outerEcho(TestComponent component, int inner, ValTypeRef type, CanonOpt.Encoding encoding) {
        // The memory must exist before the function that is lowered with it: a module of its own holds it.
        int memory = component.coreInstance(component.coreModule(allocating()), Map.of());
        CanonOpt[] options = options(component, memory, encoding);
        int lowered = component.lower(component.aliasFunction(inner, "echo"), options);
        int imports = component.coreInstanceOf("echo", lowered);
        var core = new CoreWasm()
                .importFunction("inner", "echo", "II", "")
                .function("echo", "I", "I", local(0), constant(RESULT_AREA), call(0), constant(RESULT_AREA));
        int instance = component.coreInstance(component.coreModule(core), Map.of("inner", imports));
        ValTypeRef padded = padded(component, type);
        component.exportLifted(instance, "echo", component.functionType(Optional.of(padded), padded), options);
    }

    private static CoreWasm allocating() {
        return new CoreWasm().memory(16).data(0, new byte[] {0, 0x10, 0, 0}).function("realloc", "IIII", "I", BUMP);
    }

    private static CanonOpt[] options(TestComponent component, int instance, CanonOpt.Encoding encoding) {
        int memory = component.aliasCore(Sort.CORE_MEMORY, instance, "memory");
        int realloc = component.aliasCore(Sort.CORE_FUNC, instance, "realloc");
        return new CanonOpt[] {
            new CanonOpt.Memory(new Index.CoreMemory(memory)),
            new CanonOpt.Realloc(new Index.CoreFunc(realloc)),
            new CanonOpt.StringEncoding(encoding)
        };
    }
}
