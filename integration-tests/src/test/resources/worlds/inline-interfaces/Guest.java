package guest;

import guest.test.inline.inlined.clock.Clock;
import guest.test.inline.inlined.clock.Moment;
import guest.test.inline.inlined.report.Report;

public final class Guest implements Report {

    @Override
    public String time() {
        Moment now = Clock.now();
        return now.seconds() + "." + now.nanos();
    }
}
