package io.pangea.payments;

import java.util.Map;
import java.util.UUID;

import org.joda.money.Money;

import org.springframework.stereotype.Component;

/**
 * A provider that moves no money, so that the store can be tried without a contract with
 * anyone. What comes of a charge is said by its test token.
 */
@Component
class SimulatedProvider implements PaymentProvider {

	private static final Map<String, SimulatedStatus> TOKENS = Map.of( //
			"tok_success", SimulatedStatus.AUTHORISED, //
			"tok_declined", SimulatedStatus.DECLINED, //
			"tok_insufficient_funds", SimulatedStatus.DECLINED, //
			"tok_3ds", SimulatedStatus.REQUIRES_ACTION, //
			"tok_unavailable", SimulatedStatus.UNANSWERED);

	private static final Map<String, String> REASONS = Map.of("tok_declined", "card_declined", "tok_insufficient_funds",
			"insufficient_funds");

	private final SimulatedCharges charges;

	SimulatedProvider(SimulatedCharges charges) {
		this.charges = charges;
	}

	@Override
	public void verify(String token) {
		statusOf(token);
	}

	/** {@code tok_unavailable} gives no answer the first time and succeeds afterwards. */
	@Override
	public Answer authorise(PaymentId id, Money amount, String token) {
		this.charges.move(id, SimulatedStatus.UNANSWERED, SimulatedStatus.AUTHORISED, null);
		this.charges.open(id, amount, statusOf(token), REASONS.get(token));
		return this.charges.answer(id);
	}

	@Override
	public Answer decide(PaymentId id, boolean approved) {
		if (approved) {
			this.charges.move(id, SimulatedStatus.REQUIRES_ACTION, SimulatedStatus.AUTHORISED, null);
		}
		else {
			this.charges.move(id, SimulatedStatus.REQUIRES_ACTION, SimulatedStatus.DECLINED, "denied_by_payer");
		}
		return this.charges.answer(id);
	}

	@Override
	public Answer expire(PaymentId id) {
		this.charges.move(id, SimulatedStatus.REQUIRES_ACTION, SimulatedStatus.DECLINED, "expired");
		return this.charges.answer(id);
	}

	@Override
	public Answer capture(PaymentId id) {
		this.charges.move(id, SimulatedStatus.AUTHORISED, SimulatedStatus.CAPTURED, null);
		return this.charges.answer(id);
	}

	@Override
	public Answer cancel(PaymentId id) {
		this.charges.cancel(id);
		return this.charges.answer(id);
	}

	@Override
	public String refund(PaymentId id, UUID refundId, Money amount) {
		this.charges.refund(id, refundId, amount);
		return "simulated-refund-" + refundId;
	}

	private static SimulatedStatus statusOf(String token) {
		SimulatedStatus status = TOKENS.get(token);
		if (status == null) {
			throw new PaymentTokenUnknown();
		}
		return status;
	}

}
