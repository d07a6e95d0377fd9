package guest;

import guest.test.world_functions.calling.CallingExports;
import guest.test.world_functions.calling.CallingImports;
import guest.test.world_functions.calling.Pair;
import guest.test.world_functions.calling.RunException;
import java.util.List;

public final class Guest implements CallingExports {

    @Override
    public List<Pair> run(Pair value) throws RunException {
        CallingImports.log("run " + value.a());
        if (value.b() == 0) {
            throw new RunException("nothing to do");
        }
        return List.of(value, CallingImports.twice(value));
    }

    @Override
    public void nothing() {
        CallingImports.log("nothing");
    }
}
