import type { CallRequest, SimulatedBlockOverrides, StateOverrides } from '../../execute/index.ts'
import { addressBytes, blockOverrides, callRequest, hashBytes, stateOverrides } from './callRequest.ts'
import { bool, list, object, optional, type Parser, quantity } from './parameters.ts'

export type BlockStateCalls = {
  blockOverrides: SimulatedBlockOverrides
  stateOverrides: StateOverrides
  calls: CallRequest[]
}

export type SimulationRequest = {
  blockStateCalls: BlockStateCalls[]
  traceTransfers: boolean
  validation: boolean
  returnFullTransactions: boolean
}

const withdrawal = object({ index: quantity, validatorIndex: quantity, address: addressBytes, amount: quantity })
const bodyFields = object({ beaconRoot: optional(hashBytes), withdrawals: optional(list(withdrawal)) })

const simulatedBlockOverrides: Parser<SimulatedBlockOverrides> = (value) => {
  const { beaconRoot, ...body } = bodyFields(value)
  return { ...body, ...(beaconRoot && { parentBeaconBlockRoot: beaconRoot }), ...blockOverrides(value) }
}

/** The first parameter of `eth_simulateV1`. */
export const simulationRequest: Parser<SimulationRequest> = object({
  blockStateCalls: list(
    object({
      blockOverrides: optional(simulatedBlockOverrides, {}),
      stateOverrides: optional(stateOverrides, []),
      calls: optional(list(callRequest), []),
    }),
  ),
  traceTransfers: optional(bool, false),
  validation: optional(bool, false),
  returnFullTransactions: optional(bool, false),
})
