import type { Platform, Resource } from './entities.ts';

export interface StateDetail {
  readonly code: string;
  readonly description: string;
}

/** What Apple finds in a file. */
export interface Findings {
  readonly errors?: readonly StateDetail[];
  readonly warnings?: readonly StateDetail[];
  readonly infos?: readonly StateDetail[];
  /** ITSAppUsesNonExemptEncryption of its Info.plist; null and undefined where it says nothing. */
  readonly usesNonExemptEncryption?: boolean | null;
}

export interface BuildUpload extends Resource<
  {
    readonly cfBundleShortVersionString: string;
    readonly cfBundleVersion: string;
    readonly platform: Platform;
    readonly createdDate: string;
    uploadedDate: string | null;
    state: { readonly state: 'AWAITING_UPLOAD' | 'PROCESSING' | 'FAILED' | 'COMPLETE' } & Required<
      Omit<Findings, 'usesNonExemptEncryption'>
    >;
  },
  { readonly app: string }
> {
  findings: Findings;
}

export interface BuildUploadFile
  extends
    Resource<
      {
        readonly assetType: 'ASSET' | 'ASSET_DESCRIPTION' | 'ASSET_SPI';
        readonly fileName: string;
        readonly fileSize: number;
        readonly uti: string;
        sourceFileChecksums: unknown;
        assetDeliveryState: DeliveryState;
      },
      { readonly buildUpload: string }
    >,
    InParts {}

/** How far a file has come. */
export interface DeliveryState {
  readonly state: 'AWAITING_UPLOAD' | 'UPLOAD_COMPLETE' | 'COMPLETE' | 'FAILED';
  readonly errors: readonly StateDetail[];
  readonly warnings: readonly StateDetail[];
}

/** A file that is sent in parts. */
export interface InParts {
  readonly parts: readonly Part[];
  /** When the addresses of its parts stop to work. */
  readonly expiresAt: number;
}

/** A piece of a file, with what has arrived of it. Bytes are kept outside of the state (upload-bytes.ts). */
export interface Part {
  readonly partNumber: number;
  readonly offset: number;
  readonly length: number;
  readonly url: string;
  /** MD5 of what has arrived, hexadecimal; null before. */
  entityTag: string | null;
}

export interface ScreenshotSet extends Resource<
  { readonly screenshotDisplayType: string },
  { readonly appStoreVersionLocalization: string }
> {
  /** In the order in which users see them. */
  readonly lists: { appScreenshots: string[] };
}

export interface Screenshot
  extends
    Resource<
      {
        readonly fileName: string;
        readonly fileSize: number;
        /** MD5, hexadecimal, as the developer gave it. */
        sourceFileChecksum: string | null;
        imageAsset: { readonly templateUrl: string; readonly width: number; readonly height: number } | null;
        assetToken: string | null;
        assetType: string | null;
        assetDeliveryState: DeliveryState;
      },
      { readonly appScreenshotSet: string }
    >,
    InParts {
  /** What its processing comes to. */
  findings: readonly StateDetail[];
  /** From when on its checksum is shown; null before it is COMPLETE. */
  checksumShownAt: number | null;
}
