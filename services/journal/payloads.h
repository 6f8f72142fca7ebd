#pragma once

/// What the payload of each event holds: the contract between the services that append, the index
/// tables (index_projector.cpp) and the folds. Every payload is canonical JSON: one object,
/// members sorted, no blanks, "v" its version (1 for all below). Amounts are integers in fen.
/// States are the wire names of CaseState *after* the event. A member marked ? may be left out.
///
/// Subject "window"
///   windowInitialised   agency, window, name, training — the first event of every journal
///   signInFailed        bootId, sinceBootMs — for a name that no user has (the name is not kept:
///                       people type passwords there)
///   backupMade, indexRebuilt, journalExported   free members
///   databaseRestored    day "YYYY-MM-DD" (station), part 1 to 4: serials of that day continue
///                       behind this quarter of the window's block
///
/// Subject "user/ID"
///   userAdded           id, personId, displayName, role, passwordHash
///   userDisabled, userEnabled, signedIn, signedOut   nothing but v
///   passwordReset       passwordHash — lifts a lock, too
///   signInFailed        bootId, sinceBootMs
///
/// Subject "shift/ID" (the actor is the clerk)
///   shiftOpened         id, opening {"10000": pieces, …}, float_fen, reason? (of a float that is
///                       not what the last drawer held), from? (the shift that was handed over)
///   cashMoved           charge, amount_fen (never negative), kind "collected", "refund", "exempt"
///                       (0 fen, counted), "weChat", "alipay" (collected electronically: no cash),
///                       "weChatRefund" or "alipayRefund", tendered_fen? ("collected"; which notes
///                       are in the drawer is guessed from it) — written in the transaction of the
///                       charge's own event, so that a shift folds from its own events; the index
///                       tables take the drawer from the charge's events and must not add these,
///                       too
///   drawerMoved         kind "in", "out", "safeDrop" or "bankDeposit", slip (from 1), pieces {…},
///                       amount_fen, reason, receiver, second (user id) — the last two are empty
///                       for "in"
///   drawerOpened        reason — without a sale
///   noteIncident        fault "counterfeit" or "torn", denomination_fen, serialNumber, noticed,
///                       officer — moves nothing
///   shiftCounted        counted {…}, counted_fen, witness (user id, from the second count on)
///   shiftClosed         id, counted {…}, counted_fen, expected_fen, difference_fen, reason,
///                       supervisor?, carried? [order numbers], number? (of the Z report),
///                       taker? (user id of who went on with the drawer)
///   reportIntended      id, final (Z), copy, reason, slip? (of a movement; no report then)
///   reportIssued, reportFailed, reportUnknown   id
///
/// Subject "zReports": one event a closed shift, in the transaction of the close
///   shiftNumbered       number (from 1, no gaps), shift, float_fen (what the drawer held)
///
/// Subject "reconciliation/CHANNEL/YYYY-MM-DD"
///   billCompared        channel, day, bill? (attachment), empty, lines, foreign, differences [{id,
///                       class, order, refund, local_fen?, bill_fen?, …}], sums {…}, funds? {what
///                       moved on the account beside the trades, bill? (attachment)}; with
///                       comparedBy and comparedAt it is the same sheet with the funds added
///   differenceAssigned  id, owner (user id), due (UTC), note?
///   differenceResolved  id, resolution, approver (user id)
///
/// Subject "case/NUMBER"
///   caseConfirmed       acceptanceNumber, day "YYYY-MM-DD", serial, draftId, draft (as in the case
///                       file: applicant.citizenNumber, applicant.name, applicant.phone,
///                       guardian?.citizenNumber, delivery.method), category, marks, kind,
///                       validity, promised, postPossible, clerkName, clerkPerson,
///                       exceptions [names], state; the actor is the clerk
///   approvalDecided     exception, outcome, reason, personId, state
///   inquiryMade         exception, question, personId — a supervisor asks back
///   inquiryAnswered     exception, answer, personId
///   caseAccepted        state "accepted"
///   caseWithdrawn       reason, supervisor, state
///   caseCorrected       …, state
///   cardReady           state
///   cardCollected, cardPosted   receiver?, by? (who it is to the case), papersSeen?, oldCard?,
///                       temporaryCard? ("handedIn", "missing"), state
///   cardsReturned       oldCard?, temporaryCard? — outside of the hand-over
///   templatesRemoved    removed [SHA-256 of encrypted templates], reason — the bytes are gone from
///                       then on, and verification does not miss them
///   paperIntended       id, case, copy, reason, supervisor? (who agreed to a further reprint),
///                       request? (that was approved for it)
///   paperIssued, paperFailed, paperUnknown   id, case
///   personalDataViewed  what
///
/// Subject "charge/NUMBER-1"
///   chargeOpened        id, case, lines [{code, title, amount_fen, ground}], due_fen
///   chargeSettled       case, tender "cash", "weChat" or "alipay", due_fen, tendered_fen,
///                       change_fen, shift, receiptNumber, order? (electronic) — with cash the
///                       drawer gains due_fen
///   chargeExempted      case, ground, receiptNumber, shift
///   chargeVoided        case, reason, amount_fen, shift, supervisor — nothing had been collected
///   chargeRefunded      case, reason, amount_fen, shift, supervisor, voucherReturned? — the drawer
///                       of `shift` loses amount_fen; an electronic refund has no shift
///   chargeLocked, chargeUnlocked   into — the merged charge that collects this one
///
/// Subject "request/ID": what a supervisor is to agree to without standing at the desk
///   requestMade         id, kind, target, case, charge, order, shift, step, evidence {…}, reason,
///                       personId (the requester's), parties [{user, person}] who have a part in it
///                       and cannot decide — one open request a kind and target
///   requestQuestioned   question, personId — a supervisor asks back
///   requestAnswered     answer, personId
///   requestDecided      outcome, reason, personId
///   requestUsed         nothing but v — in the transaction of what was approved
///   requestReturned     nothing but v — the sheet did not come out: it may be used again
///   requestLapsed       nothing but v — another request or a supervisor at the desk took its place
///
/// Subject "charge/NUMBER-1" or "charge/NUMBER-M1" (merged: charges of several cases in one order)
///   chargesMerged       id, items [{case, charge, due_fen}], due_fen, validUntil (s) — the first
///                       event of a merged charge
///   attemptPlanned      charge, case, order, epoch, counter, channel, mode "code" or
///                       "payment_code", amount_fen, content (exact bytes; a payment code is
///                       masked), contentHash (SHA-256 of the exact bytes), expiresAt (s), shift,
///                       bootId, sinceBootMs, state "planned" — durable before anything is sent
///   attemptMoved        order, state, cause, reason?, supervisor?, paidAt? (s) — our own step,
///                       durable before the call that it announces
///   attemptAnswered     order, state, call, outcome, problem, asked, exchange {…}, code?,
///                       providerNumber?, total_fen?, payerPaid_fen?, paidAt? (s), clock_s?,
///                       scanned?, frozen?, alarm? — the provider's answer, personal data masked
///   refundPlanned       charge, order, number, channel, amount_fen, total_fen, reason, cause,
///                       requester, supervisor, shift, content, contentHash, state
///   refundMoved         order, number, state, cause
///   refundAnswered      order, number, state, call, outcome, problem, exchange {…},
///                       providerNumber?, doneAt? (s), frozen?, alarm?
///   refundHandedOver    item (charge id), order (empty: cash), number (of the refund that
///                       ends by it, or empty), amount_fen, reason, supervisor, personId (the
///                       supervisor's) — the finance desk gives the money back
///   Those of attempts and of refunds may hold "charge": the wire name of the ChargeState
///   after the event, when it changes by it.
///
/// Subject "window", too
///   deviceChanged       machine — order numbers go on in a new epoch
///
/// Attachments are named anywhere in a payload as {"sha256", "mediaType", "size"}; verification
/// looks for every "sha256".
namespace guitai
{

inline constexpr int payloadVersion = 1;

} // namespace guitai
