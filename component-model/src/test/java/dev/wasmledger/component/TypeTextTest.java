package dev.wasmledger.component;

import static dev.wasmledger.component.Types.STRING;
import static dev.wasmledger.component.Types.U32;
import static dev.wasmledger.component.Types.U8;
import static dev.wasmledger.component.Types.enumOf;
import static dev.wasmledger.component.Types.list;
import static dev.wasmledger.component.Types.record;
import static dev.wasmledger.component.Types.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypeTextTest {

    @Test
    void namesEveryPartOfAFunctionType() {
        var type = new FuncType(
                false,
                List.of(
                        new Field("self", new BorrowType(new ResourceType("account"))),
                        new Field("entry", record(U32, list(U8, 4))),
                        new Field("kind", variant(null, new OptionType(STRING)))),
                Optional.of(new ResultType(Optional.of(list(enumOf(2))), Optional.empty())));
        assertThat(TypeText.of(type))
                .isEqualTo("func(self: borrow<account>, entry: record{a: u32, b: list<u8, 4>}, "
                        + "kind: variant{c0, c1(option<string>)}) -> result<list<enum{c0, c1}>, _>");
    }

    @Test
    void showsAsyncAndNoResult() {
        assertThat(TypeText.of(new FuncType(true, List.of(), Optional.empty()))).isEqualTo("async func()");
    }
}
