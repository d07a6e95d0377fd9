package dev.wasmledger.integration.abi;

import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.wit.ComponentTypeSection;
import dev.wasmledger.component.wit.StringEncoding;
import dev.wasmledger.composer.Componentizer;
import dev.wasmledger.integration.abi.WasmWriter.Code;
import dev.wasmledger.wit.ResolvedWit;
import java.util.ArrayList;
import java.util.List;

/**
 * Guests for an interface of {@code echo-i: func(v: t) -> t} and {@code give-i: func() -> t}. What a guest gets as core
 * values it keeps where a test can look at it; {@code give-i} hands out what a test has put into its memory.
 */
final class EchoGuest {

    static final String SUBJECT = "test:abi/subject";
    static final int MAX_FLAT_PARAMS = 16;

    /** Says where the free memory begins. */
    static final int FREE = 0;

    /** How often post-return was called. */
    static final int POST_RETURNS = 8;

    /** What {@code give} hands out: the value itself if it is one core value, otherwise a pointer to it. */
    static final int GIVEN = 16;

    /** A text without characters. */
    private static final int EMPTY = 32;

    /** The core values of the last call, eight bytes each. */
    static final int CAPTURED = 64;

    /** Where results lie. */
    static final int AREA = 256;

    static final int HEAP = 1 << 16;
    static final int GIVEN_DATA = 1 << 19;
    private static final int PAGES = 16;

    private final ResolvedWit wit;
    private final StringEncoding encoding;
    private final WasmWriter module = new WasmWriter(PAGES);

    private EchoGuest(ResolvedWit wit, StringEncoding encoding) {
        this.wit = wit;
        this.encoding = encoding;
    }

    /** A guest that answers itself. */
    static byte[] inner(ResolvedWit wit, List<ValType> types, StringEncoding encoding) {
        var guest = new EchoGuest(wit, encoding);
        for (int i = 0; i < types.size(); i++) {
            guest.echo(i, types.get(i));
            guest.give(i, types.get(i));
        }
        return guest.component("inner");
    }

    /** A guest that asks another one with the same interface. */
    static byte[] outer(ResolvedWit wit, List<ValType> types, StringEncoding encoding) {
        var guest = new EchoGuest(wit, encoding);
        for (int i = 0; i < types.size(); i++) {
            guest.importForward("echo-" + i, types.get(i), params(types.get(i)));
            guest.importForward("give-" + i, types.get(i), List.of());
        }
        for (int i = 0; i < types.size(); i++) {
            guest.forward(2 * i, "echo-" + i, types.get(i), params(types.get(i)));
            guest.forward(2 * i + 1, "give-" + i, types.get(i), List.of());
        }
        return guest.component("outer");
    }

    /** What {@code echo} gets: the value's core values, or a pointer. */
    static List<Character> params(ValType type) {
        List<Character> flat = AbiTypes.flatten(type);
        return flat.size() > MAX_FLAT_PARAMS ? List.of('I') : flat;
    }

    static boolean isResultInMemory(ValType type) {
        return AbiTypes.flatten(type).size() > 1;
    }

    private static List<Character> result(ValType type) {
        return isResultInMemory(type) ? List.of('I') : AbiTypes.flatten(type);
    }

    private void echo(int index, ValType type) {
        List<Character> params = params(type);
        Code code = capture(params);
        if (!isResultInMemory(type) || AbiTypes.flatten(type).size() > MAX_FLAT_PARAMS) {
            code.local(0);
        } else {
            var slots = new ArrayList<FlatStore.Slot>();
            for (int i = 0; i < params.size(); i++) {
                slots.add(new FlatStore.Slot(i, params.get(i)));
            }
            new FlatStore(code, AREA).store(type, slots, 0);
            code.constant(AREA);
        }
        export("echo-" + index, type, params, code);
    }

    private void give(int index, ValType type) {
        export(
                "give-" + index,
                type,
                List.of(),
                new Code().constant(0).load(result(type).getFirst(), GIVEN));
    }

    private void importForward(String name, ValType type, List<Character> params) {
        var withArea = new ArrayList<>(params);
        if (isResultInMemory(type)) {
            withArea.add('I');
        }
        module.importFunction(SUBJECT, name, withArea, isResultInMemory(type) ? List.of() : result(type));
    }

    private void forward(int imported, String name, ValType type, List<Character> params) {
        Code code = capture(params);
        for (int i = 0; i < params.size(); i++) {
            code.local(i);
        }
        if (isResultInMemory(type)) {
            code.constant(AREA).call(imported).constant(AREA);
        } else {
            code.call(imported);
        }
        export(name, type, params, code);
    }

    private static Code capture(List<Character> params) {
        var code = new Code();
        for (int i = 0; i < params.size(); i++) {
            code.constant(0).constant(0).store('I', CAPTURED + 8 * i + 4);
            code.constant(0).local(i).store(params.get(i), CAPTURED + 8 * i);
        }
        return code;
    }

    private void export(String name, ValType type, List<Character> params, Code code) {
        module.function(SUBJECT + "#" + name, params, result(type), code);
        module.function(
                "cabi_post_" + SUBJECT + "#" + name,
                result(type),
                List.of(),
                new Code()
                        .constant(0)
                        .constant(0)
                        .load('I', POST_RETURNS)
                        .constant(1)
                        .op(0x6a)
                        .store('I', POST_RETURNS));
    }

    private byte[] component(String world) {
        module.function("cabi_realloc", List.of('I', 'I', 'I', 'I'), List.of('I'), realloc());
        module.function(
                SUBJECT + "#reset",
                List.of(),
                List.of('I'),
                new Code()
                        .constant(0)
                        .constant(HEAP)
                        .store('I', FREE)
                        .constant(0)
                        .constant(0)
                        .store('I', POST_RETURNS)
                        .constant(EMPTY));
        var section = ComponentTypeSection.of(wit, wit.findWorld(world).orElseThrow(), encoding);
        module.custom(ComponentTypeSection.NAME, section.encode());
        return Componentizer.componentize(world, module.toBytes());
    }

    /** Ever further on; what was there before is copied. */
    private static Code realloc() {
        return new Code()
                // old size := min(old size, new size), so that a shrinking one copies no more than it has
                .local(1)
                .local(3)
                .local(1)
                .local(3)
                .op(0x49, 0x1b, 0x21, 1)
                // free := align(free)
                .constant(0)
                .constant(0)
                .load('I', FREE)
                .local(2)
                .op(0x6a)
                .constant(1)
                .op(0x6b)
                .constant(0)
                .local(2)
                .op(0x6b, 0x71)
                .store('I', FREE)
                // memory.copy(free, old pointer, old size)
                .constant(0)
                .load('I', FREE)
                .local(0)
                .local(1)
                .op(0xfc, 0x0a, 0, 0)
                // give free, free := free + new size
                .constant(0)
                .load('I', FREE)
                .constant(0)
                .constant(0)
                .load('I', FREE)
                .local(3)
                .op(0x6a)
                .store('I', FREE);
    }
}
