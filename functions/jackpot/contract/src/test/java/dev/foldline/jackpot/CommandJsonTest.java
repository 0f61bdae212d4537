package dev.foldline.jackpot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CommandJsonTest {

    private static final JackpotId JACKPOT = new JackpotId("main-EUR");
    private static final DrawId DRAW = new DrawId("d-1");
    private static final WalletId WALLET = new WalletId("w-1");
    private static final PlayerId PLAYER = new PlayerId("p-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final BasisPoints RATE = new BasisPoints(100);

    @SuppressWarnings("unused") // named by @FieldSource
    private static final Example[] EXAMPLES = {
        new Example(
                new OpenJackpot(JACKPOT, EUR, RATE, new Seed(0)),
                "{\"jackpotId\":\"main-EUR\",\"currency\":\"EUR\",\"rateBasisPoints\":100,\"seedMinor\":0}"),
        new Example(
                new Contribute(JACKPOT, WALLET, new RoundId("r-1"), new Amount(Long.MAX_VALUE), EUR),
                "{\"jackpotId\":\"main-EUR\",\"walletId\":\"w-1\",\"roundId\":\"r-1\",\"stakeMinor\":9223372036854775807,"
                        + "\"currency\":\"EUR\"}"),
        new Example(
                new DrawJackpot(JACKPOT, DRAW, PLAYER, WALLET),
                "{\"jackpotId\":\"main-EUR\",\"drawId\":\"d-1\",\"playerId\":\"p-1\",\"walletId\":\"w-1\"}"),
        new Example(new ReturnPrize(JACKPOT, DRAW), "{\"jackpotId\":\"main-EUR\",\"drawId\":\"d-1\"}"),
        new Example(
                new FindCurrentJackpots(Optional.of(JACKPOT), Optional.of(new PageSize(2))),
                "{\"after\":\"main-EUR\",\"limit\":2}"),
        new Example(
                new CurrentJackpots(List.of(new CurrentJackpot(
                        JACKPOT,
                        EUR,
                        1_002,
                        5_000,
                        RATE,
                        new Seed(7),
                        1,
                        Optional.of(new Win(DRAW, PLAYER, new Amount(3))),
                        9))),
                "{\"jackpots\":[{\"jackpotId\":\"main-EUR\",\"currency\":\"EUR\",\"potMinor\":1002,\"potTenThousandths\":5000,"
                        + "\"rateBasisPoints\":100,\"seedMinor\":7,\"draws\":1,"
                        + "\"lastWin\":{\"drawId\":\"d-1\",\"playerId\":\"p-1\",\"prizeMinor\":3},\"version\":9}]}"),
    };

    private record Example(Record message, String json) {}

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void is_written_flat_with_plain_values(Example example) throws JsonProcessingException {
        assertThat(EdgeMapper.STRICT.writeValueAsString(example.message)).isEqualTo(example.json);
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void is_read_as_it_was_written(Example example) throws JsonProcessingException {
        assertThat((Record) EdgeMapper.STRICT.readValue(example.json, example.message.getClass()))
                .isEqualTo(example.message);
    }

    @Test
    void a_page_need_not_be_said() throws JsonProcessingException {
        assertThat(EdgeMapper.STRICT.readValue("{}", FindCurrentJackpots.class))
                .isEqualTo(new FindCurrentJackpots(Optional.empty(), Optional.empty()));
    }
}
