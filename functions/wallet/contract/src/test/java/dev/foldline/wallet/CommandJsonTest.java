package dev.foldline.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CommandJsonTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final RoundId ROUND = new RoundId("r-1");
    private static final SessionId SESSION = new SessionId("s-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    @SuppressWarnings("unused") // named by @FieldSource
    private static final Example[] EXAMPLES = {
        new Example(
                new OpenWallet(WALLET, new PlayerId("p-1"), EUR),
                "{\"walletId\":\"w-1\",\"playerId\":\"p-1\",\"currency\":\"EUR\"}"),
        new Example(
                new Deposit(WALLET, new Amount(1_000), EUR),
                "{\"walletId\":\"w-1\",\"amountMinor\":1000,\"currency\":\"EUR\"}"),
        new Example(
                new Withdraw(WALLET, new Amount(Long.MAX_VALUE), EUR),
                "{\"walletId\":\"w-1\",\"amountMinor\":9223372036854775807,\"currency\":\"EUR\"}"),
        new Example(
                new PlaceBet(WALLET, ROUND, new Amount(250), EUR),
                "{\"walletId\":\"w-1\",\"roundId\":\"r-1\",\"stakeMinor\":250,\"currency\":\"EUR\"}"),
        new Example(
                new SettleBet(WALLET, ROUND, new Payout(0), EUR),
                "{\"walletId\":\"w-1\",\"roundId\":\"r-1\",\"payoutMinor\":0,\"currency\":\"EUR\"}"),
        new Example(
                new CreditWinnings(WALLET, new PayoutId("jackpot/main-EUR/d-1"), new Amount(1), EUR),
                "{\"walletId\":\"w-1\",\"payoutId\":\"jackpot/main-EUR/d-1\",\"amountMinor\":1,\"currency\":\"EUR\"}"),
        new Example(
                new StartSession(WALLET, SESSION, new SessionEnd("2026-01-31T20:00:00.500Z")),
                "{\"walletId\":\"w-1\",\"sessionId\":\"s-1\",\"endsAt\":\"2026-01-31T20:00:00.500Z\"}"),
        new Example(new EndSession(WALLET, SESSION), "{\"walletId\":\"w-1\",\"sessionId\":\"s-1\"}"),
        new Example(new FindWalletBalance(WALLET), "{\"walletId\":\"w-1\"}"),
        new Example(
                new WalletBalance(WALLET, EUR, new Balance(750), 3),
                "{\"walletId\":\"w-1\",\"currency\":\"EUR\",\"balanceMinor\":750,\"version\":3}"),
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
}
