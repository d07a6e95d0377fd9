package dev.wasmledger.components.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.guest.UInt128;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final UInt128 TEN = UInt128.of(10, 0);

    private final Settings settings = new Settings(key -> Optional.ofNullable(Map.of(
                    "ten", "10",
                    "eleven", "11",
                    "text", "ten",
                    "empty", "",
                    "list", "1, 2\n10",
                    "wrong-list", "1,2;3",
                    "week", "week",
                    "month", "month")
            .get(key)));

    @Test
    void readsNumbers() {
        assertThat(settings.number("ten", TEN)).contains(TEN);
        assertThat(settings.number("absent", TEN)).isEmpty();
        assertThat(settings.requiredNumber("ten", UInt128.MAX)).isEqualTo(TEN);
        assertThat(settings.mistakes()).isEmpty();
    }

    @Test
    void readsListsAndWords() {
        assertThat(settings.numbers("list", TEN))
                .hasValueSatisfying(
                        list -> assertThat(list).containsExactlyInAnyOrder(UInt128.of(1, 0), UInt128.of(2, 0), TEN));
        assertThat(settings.numbers("empty", TEN))
                .hasValueSatisfying(list -> assertThat(list).isEmpty());
        assertThat(settings.numbers("absent", TEN)).isEmpty();
        assertThat(settings.word("week", List.of("day", "week"))).isEqualTo("week");
        assertThat(settings.word("absent", List.of("day", "week"))).isEqualTo("day");
        assertThat(settings.mistakes()).isEmpty();
    }

    @Test
    void notesAllThatIsWrong() {
        assertThat(settings.number("eleven", TEN)).isEmpty();
        assertThat(settings.requiredNumber("text", TEN)).isEqualTo(UInt128.ZERO);
        assertThat(settings.requiredNumber("absent", TEN)).isEqualTo(UInt128.ZERO);
        assertThat(settings.number("empty", TEN)).isEmpty();
        assertThat(settings.numbers("wrong-list", TEN)).isEmpty();
        assertThat(settings.word("month", List.of("day", "week"))).isEqualTo("day");
        settings.mustBe("either", "there where the other is not");
        assertThat(settings.mistakes().stream().map(Settings.Mistake::toString))
                .containsExactly(
                        "`eleven` must be a whole number from 0 to 10, is `11`",
                        "`text` must be a whole number from 0 to 10, is `ten`",
                        "`absent` is missing",
                        "`empty` must be a whole number from 0 to 10, is ``",
                        "`wrong-list` must be whole numbers from 0 to 10 with commas between them, has `2;3`",
                        "`month` must be one of day, week, is `month`",
                        "`either` must be there where the other is not");
        assertThat(settings.summary())
                .startsWith("config cannot be used: `eleven` must be")
                .contains("; `absent` is missing; ");
    }
}
