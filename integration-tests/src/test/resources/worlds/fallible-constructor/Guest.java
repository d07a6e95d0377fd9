package guest;

import guest.test.fallible_constructor.parser.sums.SumException;
import guest.test.fallible_constructor.parser.sums.Sums;
import guest.test.fallible_constructor.parsing.NewNumberException;
import guest.test.fallible_constructor.parsing.Number;
import guest.test.fallible_constructor.parsing.Parsing;
import java.util.List;

public final class Guest implements Sums {

    @Override
    public long sum(List<String> texts) throws SumException {
        long sum = 0;
        for (String text : texts) {
            try (Number number = Parsing.newNumber(text)) {
                sum += number.value();
            } catch (NewNumberException wrong) {
                throw new SumException(wrong.error() + ": " + text);
            }
        }
        return sum;
    }
}
